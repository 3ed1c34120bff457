package se.insyn.s3;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.insyn.s3.testing.LocalS3;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Addresses as they would have been signed some time ago, for as long as they were to hold. */
final class SignedEarlier {

  private SignedEarlier() {}

  static URI by(Duration age, SdkHttpMethod method, URI address, Map<String, String> headers) {
    var request = SdkHttpRequest.builder().method(method).uri(address);
    Map<String, List<String>> query = request.rawQueryParameters();
    String holds = Objects.requireNonNull(query.get("X-Amz-Expires")).getFirst();
    List.copyOf(query.keySet()).stream()
        .filter(name -> name.startsWith("X-Amz-"))
        .forEach(request::removeQueryParameter);
    headers.forEach(request::putHeader);
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(AwsCredentialsIdentity.create(LocalS3.KEY, LocalS3.KEY))
                    .request(request.build())
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-north-1")
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(
                        AwsV4HttpSigner.EXPIRATION_DURATION,
                        Duration.ofSeconds(Long.parseLong(holds)))
                    .putProperty(
                        AwsV4HttpSigner.SIGNING_CLOCK,
                        Clock.offset(Clock.systemUTC(), age.negated())))
        .request()
        .getUri();
  }
}
