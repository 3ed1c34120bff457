package se.insyn.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import se.insyn.domain.value.Unavailable;

/**
 * Closes a text so that only the holder of the cookie opens it again: AES-256-GCM under a key that
 * HKDF-SHA-256 derives from the cookie, another one for each label. A dump of the table says
 * nothing.
 */
public enum Seal {
  NAME("insyn session name"),
  NUMBER("insyn session number"),
  CURSOR("insyn page cursor");

  private static final int NONCE = 12;

  private final String label;

  Seal(String label) {
    this.label = label;
  }

  /** The text closed, in base64url. */
  public String close(SessionCookie cookie, String text) {
    try {
      byte[] nonce = new byte[NONCE];
      new SecureRandom().nextBytes(nonce);
      byte[] closed =
          cipher(Cipher.ENCRYPT_MODE, key(cookie), nonce)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text again; whatever was changed or closed under another cookie or label is unreadable. */
  public String open(SessionCookie cookie, String sealed) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      if (bytes.length <= NONCE) {
        throw new Unavailable("a sealed text of a session");
      }
      byte[] nonce = Arrays.copyOf(bytes, NONCE);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, key(cookie), nonce)
              .doFinal(bytes, NONCE, bytes.length - NONCE);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Unavailable("a sealed text of a session", e);
    }
  }

  private SecretKey key(SessionCookie cookie) throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveKey(
            "AES",
            HKDFParameterSpec.ofExtract()
                .addIKM(Base64.getUrlDecoder().decode(cookie.value()))
                .thenExpand(label.getBytes(StandardCharsets.US_ASCII), 32));
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    return cipher;
  }
}
