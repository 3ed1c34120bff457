package se.insyn.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON at the border. */
class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{} {}",
        "{}x",
        "{'a':1}",
        "{a:1}",
        "[1,]",
        "NaN",
        "01",
        "{\"a\":\"\u0001\"}",
        "\"\\ud800",
        "// remark\n{}"
      })
  void whatIsNotOneDocumentOfJsonIsMalformed(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(MalformedJson.class).hasNoCause();
  }

  @Test
  void bytesThatAreNotUtf8AreMalformed() {
    byte[] latin1 = "{\"a\":\"å\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Json.parse(latin1)).isInstanceOf(MalformedJson.class);
    byte[] overlong = "{\"a\":\"__\"}".getBytes(StandardCharsets.US_ASCII);
    overlong[6] = (byte) 0xc0; // a slash in two bytes
    overlong[7] = (byte) 0xaf;
    assertThatThrownBy(() -> Json.parse(overlong)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void sixtyFourLevelsAreReadAndOneMoreIsNot() {
    assertThat(Json.parse("[".repeat(64) + "]".repeat(64))).isNotNull();
    String deeper = "[".repeat(65) + "]".repeat(65);
    assertThatThrownBy(() -> Json.parse(deeper)).isInstanceOf(MalformedJson.class);
    assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(10_000)))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void aHundredDigitsAreReadAndOneMoreIsNot() {
    assertThat(Json.parse("9".repeat(100))).hasToString("9".repeat(100));
    String longer = "9".repeat(101);
    assertThatThrownBy(() -> Json.parse(longer)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void valuesComeAsPlainOnes() {
    assertThat(
            Json.parseObject("{\"s\":\"å😀\",\"l\":7,\"d\":1.50,\"b\":true,\"a\":[1,{}],\"o\":{}}"))
        .isEqualTo(
            objectOf(
                "s",
                "å😀",
                "l",
                7L,
                "d",
                new BigDecimal("1.50"),
                "b",
                true,
                "a",
                List.of(1L, Map.of()),
                "o",
                Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "\"{}\""})
  void whatMustBeAnObjectIsOne(String text) {
    assertThatThrownBy(() -> Json.parseObject(text)).isInstanceOf(MalformedJson.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":{\"c\":[1,2]}} | { \"b\": {\"c\": [1, 2]}, \"a\": 1 } | true",
        "{\"a\":[1,2]} | {\"a\":[2,1]} | false",
        "{\"a\":null} | {} | true",
        "{\"a\":\"1\"} | {\"a\":1} | false",
        "{\"a\":\"\"} | {} | false",
        "{\"a\":{\"b\":1}} | {\"a.b\":1} | false"
      })
  void theHashDoesNotHangOnOrderOrWhiteSpaceAndOnNothingElse(
      String one, String other, boolean same) {
    assertThat(hash(one).equals(hash(other))).isEqualTo(same);
    assertThat(hash(one)).matches("[0-9a-f]{64}");
  }

  @Test
  void theHashOfAnEmptyObjectIsThatOfItsTwoCharacters() {
    assertThat(hash("{}"))
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("objects") Map<String, Object> object) {
    assertThat(Json.parse(Json.write(object))).isEqualTo(object);
    assertThat(Json.size(object))
        .isEqualTo(Json.write(object).getBytes(StandardCharsets.UTF_8).length);
  }

  @Property
  void theOrderOfMembersNeverChangesTheHash(@ForAll("objects") Map<String, Object> object) {
    var names = new ArrayList<>(object.keySet());
    Collections.reverse(names);
    var reversed = new LinkedHashMap<String, Object>();
    names.forEach(name -> reversed.put(name, Objects.requireNonNull(object.get(name))));
    assertThat(Json.hash(reversed)).isEqualTo(Json.hash(object));
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            List.of(
                Arbitraries.strings().withChars("aåé\"\\\n/~\u2028").map(s -> (Object) s),
                Arbitraries.longs().map(l -> (Object) l),
                Arbitraries.of(true, false).map(b -> (Object) b)));
    Arbitrary<Object> values =
        Arbitraries.lazyOf(() -> leaves, () -> leaves.list().ofMaxSize(3).map(l -> (Object) l));
    return Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(3), values).ofMaxSize(6);
  }

  private static String hash(String text) {
    return Json.hash(Json.parseObject(text));
  }

  private static Map<String, Object> objectOf(Object... pairs) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }
}
