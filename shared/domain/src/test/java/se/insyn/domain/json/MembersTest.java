package se.insyn.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.people.Protection;
import se.insyn.domain.value.Money;
import se.insyn.domain.value.Period;

/** Reading one object: what is handed out, what is noted, what is known. */
class MembersTest {

  private static Members members(String json) {
    return Members.of(Json.parseObject(json.replace('\'', '"')), "/data");
  }

  /** The pointers of what was found wrong. */
  private static List<String> wrong(Members members) {
    InvalidMembers refused = catchThrowableOfType(InvalidMembers.class, members::refuseIfWrong);
    return refused == null
        ? List.of()
        : refused.violations().stream().map(Violation::pointer).toList();
  }

  @Test
  void oneReadingFindsEverythingThatIsWrong() {
    Members members =
        members("{'a': 1, 'b': {'c': '', 'd': [{'e': 'x'}, {'e': false}]}, '~/': 'no'}");
    members.text("a", 10);
    members.object(
        "b", b -> b.text("c", 10) + b.list("d", 2, element -> element.text("e", 10)).size());
    members.whole("~/", 1, 2);
    members.date("missing");
    assertThat(wrong(members))
        .containsExactly("/data/a", "/data/b/c", "/data/b/d/1/e", "/data/~0~1", "/data/missing");
  }

  @Test
  void whatIsFoundNeverRepeatsTheValue() {
    Members members = members("{'a': {'secret': 'secret'}, 'b': 'secret', 'c': 'secret'}");
    members.text("a", 10);
    members.date("b");
    members.code("c", Protection.class);
    InvalidMembers refused = catchThrowableOfType(InvalidMembers.class, members::refuseIfWrong);
    assertThat(refused.violations()).hasSize(3).noneMatch(v -> v.detail().contains("secret"));
    assertThat(refused).hasMessageNotContaining("secret");
  }

  @Test
  void nothingWrongIsNothingThrown() {
    Members members = members("{'a': 'x'}");
    members.text("a", 1);
    assertThatNoException().isThrownBy(members::refuseIfWrong);
  }

  @Test
  void nullIsTheSameAsAbsent() {
    Members members =
        members("{'t': null, 'd': null, 'i': null, 'o': null, 'l': null, 'f': null, 'n': null}");
    assertThat(members.optionalText("t", 1)).isNull();
    assertThat(members.optionalDate("d")).isNull();
    assertThat(members.optionalIds("i", 1)).isNull();
    assertThat(members.<String>optionalObject("o", o -> "read")).isNull();
    assertThat(members.list("l", 1, o -> 1)).isEmpty();
    assertThat(members.flag("f", true)).isTrue();
    assertThat(members.optionalWhole("n", 0, 1)).isNull();
    assertThat(members.has("t")).isFalse();
    assertThat(wrong(members)).isEmpty();
    assertThat(members.known()).isEmpty();
    assertThat(members.unknown()).isEmpty();
  }

  @Test
  void anEmptyListOfIdsIsNotAnAbsentOne() {
    Members members = members("{'audience': []}");
    assertThat(members.optionalIds("audience", 24)).isEmpty();
    assertThat(members.known()).containsEntry("audience", List.of());
  }

  @Test
  void whatWasAskedForIsKnownAndWhatWasNotIsUnknownAtEveryLevel() {
    Members members =
        members("{'a': 'x', 'odd': 1, 'o': {'b': 'y', 'odd': 2}, 'l': [{'c': 'z', 'odd': 3}]}");
    members.text("a", 1);
    members.object("o", o -> o.text("b", 1));
    members.list("l", 1, element -> element.text("c", 1));
    assertThat(members.unknown()).containsExactly("/data/odd", "/data/o/odd", "/data/l/0/odd");
    assertThat(members.known())
        .isEqualTo(Json.parseObject("{\"a\":\"x\",\"o\":{\"b\":\"y\"},\"l\":[{\"c\":\"z\"}]}"));
  }

  @Test
  void whatMustNotBeStoredAsSentIsReplaced() {
    Members members = members("{'account': '123'}");
    members.text("account", 10);
    members.replace("account", "3");
    members.replace("absent", "3");
    assertThat(members.known()).containsOnlyKeys("account").containsEntry("account", "3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"å", "😀", "\u202eabc", "<b>=cmd|' /C calc'!A0", "a\u00a0b"})
  void aTextIsAnyTextThatCanBeShown(String text) {
    Members members = Members.of(new HashMap<>(Map.of("a", text)), "");
    assertThat(members.text("a", 40)).isEqualTo(text);
    assertThat(wrong(members)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "a\nb", "a\tb", "a\u0000", "\u0085", "\ud800", "a\udc00b"})
  void aLineHasNoControlCharactersAndNoHalves(String text) {
    Members members = Members.of(new HashMap<>(Map.of("a", text)), "");
    members.text("a", 40);
    assertThat(wrong(members)).containsExactly("/a");
  }

  @Test
  void aProseMayHaveLines() {
    Members members = members("{'a': 'one\\r\\n\\ttwo', 'b': 'bell\\u0007'}");
    assertThat(members.prose("a", 20)).isEqualTo("one\r\n\ttwo");
    members.prose("b", 20);
    assertThat(wrong(members)).containsExactly("/data/b");
  }

  @Test
  void lengthsAreCountedInCharactersAsPeopleCountThem() {
    Members members = members("{'a': '😀😀', 'b': '😀😀'}");
    members.text("a", 2);
    members.text("b", 1);
    assertThat(wrong(members)).containsExactly("/data/b");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, true",
    "1900-01-01, true",
    "2199-12-31, true",
    "2024-02-29, true",
    "1899-12-31, false",
    "2200-01-01, false",
    "2026-02-29, false",
    "2026-13-01, false",
    "20261120, false",
    "2026-11-20T00:00:00Z, false",
    "+2026-11-20, false",
    "-2026-11-20, false",
    "２026-11-20, false"
  })
  void aDayIsADayOfTheContract(String text, boolean day) {
    Members members = members("{'a': '" + text + "'}");
    LocalDate read = members.optionalDate("a");
    assertThat(wrong(members)).isEqualTo(day ? List.of() : List.of("/data/a"));
    assertThat(read).isEqualTo(day ? LocalDate.parse(text) : LocalDate.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T08:12:00Z, 2026-11-20T08:12:00Z",
    "2026-11-20T08:12:00.123456789Z, 2026-11-20T08:12:00.123456789Z",
    "2026-11-20T08:12:00+01:00, 2026-11-20T07:12:00Z",
    "2026-03-29T02:30:00+01:00, 2026-03-29T01:30:00Z", // the hour that clocks in Sweden skip
    "2026-11-20T08:12:00, ",
    "2026-11-20T08:12:00[Europe/Stockholm], ",
    "2026-11-20, ",
    "2026-11-20T24:30:00Z, ",
    "2026-11-20T08:12:61Z, ",
    "9999-12-31T23:59:59Z, ",
    "1899-12-31T23:59:59Z, "
  })
  void anInstantHasItsOffsetAndIsKeptInUtc(String text, @Nullable Instant instant) {
    Members members = members("{'a': '" + text + "'}");
    Instant read = members.optionalInstant("a");
    assertThat(wrong(members)).isEqualTo(instant == null ? List.of("/data/a") : List.of());
    assertThat(read).isEqualTo(instant == null ? Instant.EPOCH : instant);
    if (instant != null) {
      assertThat(members.known()).containsEntry("a", instant.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11, true",
    "2026-00, false",
    "2026-13, false",
    "2026-1, false",
    "1899-12, false",
    "2200-01, false"
  })
  void aMonthIsAMonth(String text, boolean month) {
    Members members = members("{'a': '" + text + "'}");
    YearMonth read = members.optionalMonth("a");
    assertThat(wrong(members)).isEqualTo(month ? List.of() : List.of("/data/a"));
    assertThat(read).isEqualTo(month ? YearMonth.parse(text) : YearMonth.of(1970, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "100000000000, true",
    "100000000001, false",
    "-1, false",
    "1.0, false",
    "1e3, false",
    "9223372036854775808, false",
    "'\"1\"', false",
    "true, false"
  })
  void anAmountIsAWholeNumberOfOre(String number, boolean amount) {
    Members members = Members.of(Json.parseObject("{\"a\": " + number + "}"), "/data");
    Money read = members.optionalOre("a", 0);
    assertThat(wrong(members)).isEqualTo(amount ? List.of() : List.of("/data/a"));
    assertThat(read).isEqualTo(amount ? new Money(Long.parseLong(number)) : Money.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "100, true",
    "12.5, true",
    "12.25, true",
    "12.255, false",
    "100.01, false",
    "-0.01, false",
    "1e9, false",
    "1e-9, false"
  })
  void aPercentageHasAtMostTwoDecimals(String number, boolean taken) {
    Members members = Members.of(Json.parseObject("{\"a\": " + number + "}"), "/data");
    members.optionalDecimal("a", 0, 100);
    assertThat(wrong(members)).isEqualTo(taken ? List.of() : List.of("/data/a"));
  }

  @ParameterizedTest
  @CsvSource({
    "none, NONE, true",
    "protected-registration, PROTECTED_REGISTRATION, true",
    "NONE, NONE, false",
    "ja, NONE, false",
    "' none', NONE, false"
  })
  void aWordIsOneOfTheList(String word, Protection read, boolean taken) {
    Members members = members("{'a': '" + word + "'}");
    assertThat(members.code("a", Protection.class)).isEqualTo(read);
    assertThat(wrong(members)).isEqualTo(taken ? List.of() : List.of("/data/a"));
  }

  @ParameterizedTest
  @CsvSource({
    "{'from': '2026-11-01'}, , /data/p/to",
    "'{''from'': ''2026-11-01'', ''to'': ''2026-11-01''}', , ",
    "'{''from'': ''2026-11-02'', ''to'': ''2026-11-01''}', /data/p/to, /data/p/to",
    "'{''from'': ''x'', ''to'': ''1960-01-01''}', /data/p/from, /data/p/from",
    "'{''to'': ''1960-01-01''}', /data/p/from, /data/p/from",
    "1, /data/p, /data/p"
  })
  void aPeriodBeginsBeforeItEnds(
      String period, @Nullable String wrong, @Nullable String wrongIfClosed) {
    Members open = members("{'p': " + period + "}");
    open.optionalPeriod("p");
    assertThat(wrong(open)).isEqualTo(wrong == null ? List.of() : List.of(wrong));
    Members closed = members("{'p': " + period + "}");
    closed.object("p", Members::closedPeriod);
    assertThat(wrong(closed)).isEqualTo(wrongIfClosed == null ? List.of() : List.of(wrongIfClosed));
  }

  @Test
  void aPeriodIsWhatItSays() {
    Members members = members("{'p': {'from': '2026-11-01', 'to': '2026-11-30'}}");
    assertThat(members.optionalPeriod("p"))
        .isEqualTo(new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
  }

  @Test
  void listsSayWhichElementIsWrong() {
    Members members =
        members("{'o': [{}, 1, 2], 't': ['a', ''], 'i': ['a', 'b c'], 'm': [{}, {}, {}], 'n': []}");
    members.list("o", 3, o -> 1);
    members.texts("t", 2, 1);
    members.optionalIds("i", 2);
    members.list("m", 2, o -> 1);
    members.someOf("n", 2, o -> 1);
    members.someOf("absent", 2, o -> 1);
    members.requiredList("n", 2, o -> 1);
    members.requiredList("gone", 2, o -> 1);
    assertThat(wrong(members))
        .containsExactly(
            "/data/o/1",
            "/data/t/1",
            "/data/i/1",
            "/data/m",
            "/data/n",
            "/data/absent",
            "/data/gone");
  }

  @Test
  void aMissingObjectIsOneFindingAndNotOnePerMember() {
    Members members = members("{'b': 1}");
    members.object("a", a -> a.text("x", 1) + a.text("y", 1));
    members.object("b", b -> b.text("x", 1) + b.text("y", 1));
    assertThat(wrong(members)).containsExactly("/data/a", "/data/b");
  }

  @Test
  void theSameIdTwiceIsNamedWhereItComesAgain() {
    Members members =
        members("{'l': [{'id': 'a'}, {'id': 'b'}, {'id': 'a'}, {}, {}, {'id': 'a'}], 'm': 1}");
    members.distinct("l", "id");
    members.distinct("m", "id");
    members.distinct("absent", "id");
    assertThat(wrong(members)).containsExactly("/data/l/2/id", "/data/l/5/id");
  }

  @Test
  void aBrokenRuleLeavesAMemberReadableAndAWrongFormDoesNot() {
    Members members = members("{'rule': 'x', 'form': 1, 'o': {'form': 1}, 'o2': {'form': 'x'}}");
    members.text("rule", 1);
    members.wrong("rule", "breaks a rule");
    members.text("form", 1);
    members.object("o", o -> o.text("form", 1));
    members.object("o2", o -> o.text("form", 1));
    members.text("missing", 1);
    assertThat(members.isReadable("rule")).isTrue();
    assertThat(members.isReadable("rule", "form")).isFalse();
    assertThat(members.isReadable("o")).isFalse();
    assertThat(members.isReadable("o2")).isTrue();
    assertThat(members.isReadable("missing")).isFalse();
    assertThat(members.isReadable()).isFalse();
  }
}
