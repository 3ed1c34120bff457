package se.insyn.dynamodb;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Source;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items {@code PROTECTION} of the table {@code systems}: as of when a source has pushed every
 * protection that it knows.
 */
public final class FeedItems {

  private static final String AS_OF = "asOf";

  private FeedItems() {}

  public static Map<String, AttributeValue> key(Source source) {
    return Map.of("source", Values.text(source.value()), "item", Values.text("PROTECTION"));
  }

  /** A source that says so for this time. */
  public static Map<String, AttributeValue> item(Source source, Instant asOf) {
    var item = new LinkedHashMap<>(key(source));
    item.put(AS_OF, Values.time(asOf));
    return item;
  }

  /** As of when a source said so last; null when it never did. */
  public static @Nullable Instant asOf(Map<String, AttributeValue> item) {
    return Values.optionalTime(item, AS_OF);
  }

  static Source source(Map<String, AttributeValue> item) {
    return new Source(Values.text(item, "source"));
  }
}
