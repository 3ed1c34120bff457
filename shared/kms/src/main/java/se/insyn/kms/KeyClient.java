package se.insyn.kms;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** The one client of a function, built at start, with the same patience as that of the tables. */
@Factory
final class KeyClient {

  @Context
  @Bean(preDestroy = "close")
  KmsClient client() {
    return KmsClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(4)))
        .overrideConfiguration(
            settings ->
                settings
                    .apiCallAttemptTimeout(Duration.ofSeconds(4))
                    .apiCallTimeout(Duration.ofSeconds(9)))
        .build();
  }
}
