package se.insyn.dynamodb;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The one client of a function, built at start. A call gives up after 4 seconds, with its retries
 * after 9, well inside the 30 that the API waits.
 */
@Factory
final class DynamoClient {

  @Context
  @Bean(preDestroy = "close")
  @Requires(missingBeans = DynamoDbClient.class)
  DynamoDbClient client(List<ExecutionInterceptor> interceptors) {
    return DynamoDbClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(4)))
        .overrideConfiguration(
            settings ->
                settings
                    .apiCallAttemptTimeout(Duration.ofSeconds(4))
                    .apiCallTimeout(Duration.ofSeconds(9))
                    .executionInterceptors(interceptors))
        .build();
  }
}
