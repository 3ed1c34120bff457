package se.insyn.kms;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Base64;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.CitizenKeys;
import se.insyn.domain.people.PersonalIdentityNumber;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GenerateMacResponse;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * {@link CitizenKeys} by HMAC-SHA-256 under a key that cannot be exported. The message begins with
 * its use, so that the same key may serve another one without giving the same value. The citizen
 * ends in the id of the key, so that a change of keys can tell old from new.
 */
@Singleton
public final class KmsCitizenKeys implements CitizenKeys {

  private static final String USE = "citizen:";

  private final KmsClient client;
  private final String key;

  KmsCitizenKeys(KmsClient client, @Property(name = "citizens.key") String key) {
    this.client = client;
    this.key = key;
  }

  @Override
  public Citizen citizen(PersonalIdentityNumber number) {
    GenerateMacResponse answer =
        client.generateMac(
            request ->
                request
                    .keyId(key)
                    .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                    .message(SdkBytes.fromUtf8String(USE + number.digits())));
    String mac = Base64.getUrlEncoder().withoutPadding().encodeToString(answer.mac().asByteArray());
    return new Citizen(mac + "." + keyId(answer.keyId()));
  }

  /** The last part of the key's name: what stands in a table says under which key it was made. */
  private static String keyId(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
