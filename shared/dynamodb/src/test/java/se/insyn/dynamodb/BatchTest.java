package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Unavailable;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/** A batch is read whole or not at all. */
class BatchTest {

  private static final Map<String, AttributeValue> KEY =
      PersonItems.headKey(new Citizen("citizen"));

  private final Tables tables = LocalDynamoDb.start().newTables();

  @Test
  void whatTheServiceLeavesOutIsAskedForAgain() {
    try (DynamoDbClient client = leavingOut(4)) {
      client.putItem(put -> put.tableName(tables.people()).item(KEY));
      assertThat(Batch.get(client, tables.people(), List.of(KEY, KEY), null)).containsExactly(KEY);
    }
  }

  @Test
  void whatStaysLeftOutIsNotTakenForAbsent() {
    try (DynamoDbClient client = leavingOut(5)) {
      List<Map<String, AttributeValue>> keys = List.of(KEY);
      assertThatThrownBy(() -> Batch.get(client, tables.people(), keys, null))
          .isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void beforeItIsAskedAgainThereIsAPause() {
    var pauses = new ArrayList<Duration>();
    try (DynamoDbClient client = leavingOut(5, pauses)) {
      List<Map<String, AttributeValue>> keys = List.of(KEY);
      assertThatThrownBy(() -> Batch.get(client, tables.people(), keys, null))
          .isInstanceOf(Unavailable.class);
    }
    assertThat(pauses).hasSize(4).allMatch(pause -> pause.compareTo(Duration.ofMillis(1)) >= 0);
  }

  @Test
  void noKeysAreNoCall() {
    try (DynamoDbClient client = leavingOut(100)) {
      assertThat(Batch.get(client, tables.people(), List.of(), null)).isEmpty();
    }
  }

  /** A client whose first batches come back with everything unprocessed. */
  private static DynamoDbClient leavingOut(int times) {
    return leavingOut(times, new ArrayList<>());
  }

  /** The same; notes how long each request came after the last one was answered. */
  private static DynamoDbClient leavingOut(int times, List<Duration> pauses) {
    var left = new AtomicInteger(times);
    var answered = new AtomicLong();
    ExecutionInterceptor service =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (answered.get() != 0) {
              pauses.add(Duration.ofNanos(System.nanoTime() - answered.get()));
            }
          }

          @Override
          public void afterExecution(
              Context.AfterExecution context, ExecutionAttributes attributes) {
            answered.set(System.nanoTime());
          }

          @Override
          public SdkResponse modifyResponse(
              Context.ModifyResponse context, ExecutionAttributes attributes) {
            return context.request() instanceof BatchGetItemRequest request
                    && left.getAndDecrement() > 0
                ? BatchGetItemResponse.builder()
                    .responses(Map.of())
                    .unprocessedKeys(request.requestItems())
                    .build()
                : context.response();
          }
        };
    return DynamoDbClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(settings -> settings.addExecutionInterceptor(service))
        .build();
  }
}
