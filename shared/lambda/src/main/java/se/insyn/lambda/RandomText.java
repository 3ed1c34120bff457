package se.insyn.lambda;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits as 43 characters that fit into a cookie or an address. */
public final class RandomText {

  private RandomText() {}

  public static String make() {
    // Made anew each time: a generator from before a snapshot would give the same bits twice.
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
