package se.insyn.domain.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Sha256;

/**
 * JSON as plain values: {@code Map}, {@code List}, {@code String}, {@code Long}, {@code
 * BigDecimal}, {@code BigInteger}, {@code Boolean} and {@code null}. Reading is strict: a member
 * twice, more than 64 levels, a number of more than 100 digits or anything behind the document is
 * malformed, and so is half of a surrogate pair.
 */
public final class Json {

  private static final int DEEPEST = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(100).build())
          .build();

  private Json() {}

  /** Reads one document in UTF-8. */
  public static @Nullable Object parse(byte[] utf8) {
    try (JsonParser parser = FACTORY.createParser(decoded(utf8))) {
      return whole(parser);
    } catch (IOException | NumberFormatException e) {
      throw new MalformedJson();
    }
  }

  /** By the letter: what says one character in more bytes than it needs is not UTF-8. */
  private static String decoded(byte[] utf8) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(utf8))
        .toString();
  }

  /** Reads one document. */
  public static @Nullable Object parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one document that must be an object. */
  public static Map<String, @Nullable Object> parseObject(String text) {
    if (parse(text) instanceof Map<?, ?> map) {
      return asObject(map);
    }
    throw new MalformedJson();
  }

  /** A parsed object, whose keys are always strings. */
  @SuppressWarnings("unchecked")
  public static Map<String, @Nullable Object> asObject(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }

  /** Writes a value without white space; null members of objects are left out. */
  public static String write(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /**
   * SHA-256 over the value with sorted members, in hex: the same for documents that differ only in
   * order and white space.
   */
  public static String hash(Object value) {
    return Sha256.hex(bytes(sorted(value)));
  }

  /** The length of the value in UTF-8, written without white space. */
  public static int size(Object value) {
    return bytes(value).length;
  }

  private static byte[] bytes(@Nullable Object value) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> generator.writeNull();
      case String text -> generator.writeString(text);
      case Boolean flag -> generator.writeBoolean(flag);
      case Long number -> generator.writeNumber(number);
      case Integer number -> generator.writeNumber(number);
      case Number number -> generator.writeNumber(number.toString());
      case Map<?, ?> map -> {
        generator.writeStartObject();
        for (var member : map.entrySet()) {
          if (member.getValue() != null) {
            generator.writeFieldName((String) member.getKey());
            write(generator, member.getValue());
          }
        }
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray();
        for (var element : list) {
          write(generator, element);
        }
        generator.writeEndArray();
      }
      default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
    }
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      var sorted = new TreeMap<String, @Nullable Object>();
      map.forEach((name, member) -> sorted.put((String) name, sorted(member)));
      return sorted;
    }
    if (value instanceof List<?> list) {
      var sorted = new ArrayList<@Nullable Object>(list.size());
      list.forEach(element -> sorted.add(sorted(element)));
      return sorted;
    }
    return value;
  }

  private static @Nullable Object whole(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw new MalformedJson();
    }
    Object value = value(parser);
    if (parser.nextToken() != null) {
      throw new MalformedJson();
    }
    return value;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = wellFormed(parser.currentName());
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        var array = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> wellFormed(parser.getText());
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? parser.getBigIntegerValue()
              : parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new MalformedJson();
    };
  }

  /** Half of a surrogate pair is no character: it could be neither stored nor shown. */
  private static String wellFormed(String text) {
    boolean broken =
        text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    if (broken) {
      throw new MalformedJson();
    }
    return text;
  }
}
