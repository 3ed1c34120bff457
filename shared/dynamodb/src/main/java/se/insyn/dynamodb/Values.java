package se.insyn.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Code;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values, written and read. */
public final class Values {

  private static final DateTimeFormatter FIXED_WIDTH =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Values() {}

  /** An instant for a key: always as long, so that keys sort as the instants do. */
  public static String sortable(Instant at) {
    return FIXED_WIDTH.format(at);
  }

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  public static AttributeValue time(Instant value) {
    return number(value.toEpochMilli());
  }

  public static AttributeValue flag(boolean value) {
    return AttributeValue.fromBool(value);
  }

  /**
   * The text of an attribute.
   *
   * @throws Unreadable when it is not there or not a text
   */
  public static String text(Map<String, AttributeValue> item, String name) {
    String text = optionalText(item, name);
    if (text == null) {
      throw new Unreadable(name);
    }
    return text;
  }

  public static @Nullable String optionalText(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  public static long number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new Unreadable(name);
    }
    return number(value);
  }

  public static Instant time(Map<String, AttributeValue> item, String name) {
    return Instant.ofEpochMilli(number(item, name));
  }

  public static @Nullable Instant optionalTime(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? time(item, name) : null;
  }

  public static boolean flag(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.bool() == null) {
      throw new Unreadable(name);
    }
    return value.bool();
  }

  /** A map of numbers, empty when it is not there. */
  public static Map<String, Long> numbers(Map<String, AttributeValue> item, String name) {
    var numbers = new LinkedHashMap<String, Long>();
    AttributeValue value = item.get(name);
    if (value != null) {
      value.m().forEach((key, each) -> numbers.put(key, number(each)));
    }
    return numbers;
  }

  public static AttributeValue numbers(Map<String, Long> values) {
    var map = new LinkedHashMap<String, AttributeValue>();
    values.forEach((key, each) -> map.put(key, number(each)));
    return AttributeValue.fromM(map);
  }

  /**
   * The constant that a stored word stands for.
   *
   * @throws Unreadable when it is none of them
   */
  public static <T extends Code> T code(T[] all, String word) {
    return Arrays.stream(all)
        .filter(each -> each.code().equals(word))
        .findFirst()
        .orElseThrow(() -> new Unreadable(word));
  }

  private static long number(AttributeValue value) {
    try {
      if (value.n() != null) {
        return Long.parseLong(value.n());
      }
    } catch (NumberFormatException e) {
      throw new Unreadable("a number", e);
    }
    throw new Unreadable("a number");
  }
}
