package se.insyn.profile;

import jakarta.inject.Singleton;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/** {@link KeyedHashes} by HMAC-SHA-256 in the key service; the message begins with its use. */
@Singleton
final class KmsKeyedHashes implements KeyedHashes {

  private final KmsClient client;
  private final String key;

  KmsKeyedHashes(KmsClient client, Settings settings) {
    this.client = client;
    this.key = settings.key();
  }

  @Override
  public String of(String use, String text) {
    byte[] mac =
        client
            .generateMac(
                request ->
                    request
                        .keyId(key)
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                        .message(SdkBytes.fromUtf8String(use + ":" + text)))
            .mac()
            .asByteArray();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }
}
