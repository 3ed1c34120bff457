package se.insyn.domain.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A case in keys and addresses: 32 hexadecimal digits made of the source and the case number,
 * because two systems may use the same number.
 */
public record CaseId(String value) {

  public static CaseId of(Source source, CaseNumber number) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(source.value().getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      byte[] hash = sha256.digest(number.value().getBytes(StandardCharsets.UTF_8));
      return new CaseId(HexFormat.of().formatHex(Arrays.copyOf(hash, 16)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
