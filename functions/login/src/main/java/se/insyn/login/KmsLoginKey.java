package se.insyn.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Sha256;
import se.insyn.domain.value.Unavailable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** {@link LoginKey} in the key service. */
@Singleton
final class KmsLoginKey implements LoginKey {

  private static final int ES256_BYTES = 64;

  private final KmsClient client;
  private final String key;
  private volatile @Nullable String id;

  KmsLoginKey(KmsClient client, Settings settings) {
    this.client = client;
    this.key = settings.signingKey();
  }

  @Override
  public String id() {
    String known = id;
    if (known == null) {
      known = thumbprint();
      id = known;
    }
    return known;
  }

  @Override
  public byte[] sign(byte[] input) {
    byte[] der =
        client
            .sign(
                request ->
                    request
                        .keyId(key)
                        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256)
                        .messageType(MessageType.DIGEST)
                        .message(SdkBytes.fromByteArray(Sha256.of(input))))
            .signature()
            .asByteArray();
    try {
      return ECDSA.transcodeSignatureToConcat(der, ES256_BYTES);
    } catch (JOSEException e) {
      throw new Unavailable("the login key", e);
    }
  }

  private String thumbprint() {
    byte[] encoded = client.getPublicKey(request -> request.keyId(key)).publicKey().asByteArray();
    try {
      var publicKey =
          (ECPublicKey)
              KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
      return new ECKey.Builder(Curve.P_256, publicKey).build().computeThumbprint().toString();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new Unavailable("the login key", e);
    }
  }
}
