package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Unavailable;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import se.insyn.http.Problem;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Keeps one client from taking the service from the others: so many events in a minute by the
 * clock, a call without events counting as one. What is said about protection is never counted.
 */
@Singleton
final class DynamoRateLimit {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Settings settings;
  private final Clock clock;

  DynamoRateLimit(DynamoDbClient client, Tables tables, Settings settings, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Counts events, be it that they are refused for it.
   *
   * @throws Problem 429 when they are too many
   * @throws Unavailable when nobody can say
   */
  void count(Caller caller, int events) {
    Problem refusal = refusal(caller, events);
    if (refusal != null) {
      throw refusal;
    }
  }

  /**
   * The same, with the refusal as an answer.
   *
   * @throws Unavailable when nobody can say
   */
  @Nullable Problem refusal(Caller caller, int events) {
    if (events == 0) {
      return null;
    }
    Instant now = clock.instant();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Instant next = minute.plus(1, ChronoUnit.MINUTES);
    if (counted(caller, minute, events) <= settings.eventsPerMinute()) {
      return null;
    }
    return Problem.of(
            429,
            "too-many-events",
            "Too many events",
            "More than %d events in a minute.".formatted(settings.eventsPerMinute()))
        .with("Retry-After", Long.toString(Math.max(1, now.until(next, ChronoUnit.SECONDS))));
  }

  /** Counts what was done already: what comes after it may be too much. */
  void note(Caller caller, int events) {
    try {
      refusal(caller, events);
    } catch (Unavailable e) {
      // It is done all the same; the next call is refused while nobody can count.
    }
  }

  private long counted(Caller caller, Instant minute, int events) {
    try {
      Map<String, AttributeValue> counted =
          client
              .updateItem(
                  update ->
                      update
                          .tableName(tables.systems())
                          .key(
                              Map.of(
                                  "source", Values.text(caller.source().value()),
                                  "item", Values.text("RATE#" + caller.client() + "#" + minute)))
                          .updateExpression("ADD #count :events SET #ttl = :ttl")
                          .expressionAttributeNames(Map.of("#count", "count", "#ttl", "ttl"))
                          .expressionAttributeValues(
                              Map.of(
                                  ":events", Values.number(events),
                                  ":ttl", Values.number(minute.getEpochSecond() + 3_600)))
                          .returnValues(ReturnValue.UPDATED_NEW))
              .attributes();
      return Values.number(counted, "count");
    } catch (SdkException e) {
      throw new Unavailable("the rate of a client cannot be counted", e);
    }
  }
}
