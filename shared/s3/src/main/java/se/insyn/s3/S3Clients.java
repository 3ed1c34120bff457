package se.insyn.s3;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What signs addresses, built at start; and the client, for the functions that ask for one. */
@Factory
final class S3Clients {

  @Context
  @Bean(preDestroy = "close")
  S3Presigner presigner() {
    return S3Presigner.create();
  }

  /** More patient than that of the tables: it carries whole files. */
  @Singleton
  @Bean(preDestroy = "close")
  S3Client client() {
    return S3Client.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(10)))
        .overrideConfiguration(
            settings ->
                settings
                    .apiCallAttemptTimeout(Duration.ofSeconds(20))
                    .apiCallTimeout(Duration.ofSeconds(45)))
        .build();
  }
}
