package se.insyn.filechecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.events.FileType;

/** H10–H12 of Word's texts from before 2007. */
class DocRulesTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("a text", new OldTexts(), null),
        arguments("an empty pool", new OldTexts().folder("ObjectPool", -1), null),
        arguments("a table", new OldTexts().stream("1Table"), null),
        arguments(
            "a link", new OldTexts().saying("\u0013 HYPERLINK \"https://a.se\" \u0014"), null),
        arguments("H11: macros", new OldTexts().folder("Macros", 3), Refusal.ACTIVE),
        arguments("H11: VBA", new OldTexts().stream("_VBA_PROJECT"), Refusal.ACTIVE),
        arguments("objects", new OldTexts().folder("ObjectPool", 3), Refusal.ACTIVE),
        arguments("a package", new OldTexts().stream("\u0001Ole10Native"), Refusal.ACTIVE),
        arguments("DDE", new OldTexts().saying("\u0013 DDEAUTO a"), Refusal.ACTIVE),
        arguments(
            "DDE in wide letters",
            new OldTexts().saying("\u0013DDE a".getBytes(StandardCharsets.UTF_16LE)),
            Refusal.ACTIVE),
        arguments("saved in pieces", new OldTexts().flags(4), Refusal.ACTIVE),
        arguments("a template", new OldTexts().flags(1), Refusal.WRONG_TYPE),
        arguments("H12: locked", new OldTexts().flags(0x100), Refusal.ENCRYPTED),
        arguments("H12: locked", new OldTexts().stream("EncryptedPackage"), Refusal.ENCRYPTED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void aTextIsTakenOrRefusedForWhatIsInIt(String what, OldTexts text, @Nullable Refusal why) {
    assertThat(OfficeRulesTest.judged(FileType.DOC, text.bytes()))
        .as(what)
        .isEqualTo(Optional.ofNullable(why));
  }

  @Test
  void whatIsNotWrittenAsItMustBeIsRefused() {
    byte[] good = new OldTexts().bytes();
    byte[] circle = good.clone();
    circle[512 + 4 * 2] = 1;

    assertThat(judged(new OldTexts().bytes("Workbook"))).contains(Refusal.WRONG_TYPE);
    assertThat(judged(Arrays.copyOf(good, good.length - 512))).contains(Refusal.BROKEN);
    assertThat(judged(Arrays.copyOf(good, good.length + 1))).contains(Refusal.BROKEN);
    assertThat(judged(Arrays.copyOf(good, 600))).contains(Refusal.BROKEN);
    assertThat(judged(circle)).contains(Refusal.BROKEN);
    assertThat(judged(Zips.docx().bytes())).contains(Refusal.WRONG_TYPE);
  }

  private static Optional<Refusal> judged(byte[] content) {
    return OfficeRulesTest.judged(FileType.DOC, content);
  }
}
