package se.insyn.filechecks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.events.FileType;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.value.Sha256;

/** H10–H14 of texts: what is written, and what is taken for it. */
class OfficeRulesTest {

  private static final FileType DOCX = FileType.DOCX;
  private static final FileType ODT = FileType.ODT;
  private static final String OUT = " TargetMode=\"External\"";
  private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  static Stream<Arguments> texts() {
    var all = new ArrayList<Arguments>();
    all.add(arguments("a text", DOCX, Zips.docx().bytes(), null));
    all.add(arguments("a text", ODT, Zips.odt().bytes(), null));
    all.add(arguments("one for the other", ODT, Zips.docx().bytes(), Refusal.WRONG_TYPE));
    all.add(arguments("one for the other", DOCX, Zips.odt().bytes(), Refusal.WRONG_TYPE));
    docx("a link", Zips.docx().related("hyperlink", "https://a.se/", OUT), null, all);
    docx("a picture", Zips.docx().related("image", "media/a.png", ""), null, all);
    docx("a style", Zips.docx().related("styles", "../styles.xml", ""), null, all);
    for (var field : new String[] {"PAGE", " hyperlink \"https://a.se/hidden\" ", "= 1 + 1"}) {
      docx("a field: " + field, Zips.docx().saying(field(field)), null, all);
    }
    docx("H11: macros", Zips.docx().with("word/vbaProject.bin", OLE), Refusal.ACTIVE, all);
    docx(
        "H11: a text for macros",
        Zips.docx()
            .with(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/word/document.xml\" ContentType=\""
                    + "application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"),
        Refusal.ACTIVE,
        all);
    for (var type :
        new String[] {"attachedTemplate", "oleObject", "image", "frame", "subDocument"}) {
      docx(
          "H11: elsewhere lies a " + type,
          Zips.docx().related(type, "https://evil.example/t.dotm", OUT),
          Refusal.ACTIVE,
          all);
    }
    docx(
        "H11: a link to a program",
        Zips.docx().related("hyperlink", "file:///c:/a.exe", OUT),
        Refusal.ACTIVE,
        all);
    docx(
        "an address that is said to be inside",
        Zips.docx().related("image", "\\\\host\\a.png", ""),
        Refusal.ACTIVE,
        all);
    docx("another text inside", Zips.docx().related("aFChunk", "a.htm", ""), Refusal.ACTIVE, all);
    docx(
        "H11: a package inside",
        Zips.docx().with("word/embeddings/a.xlsx", Zips.docx().bytes()),
        Refusal.ACTIVE,
        all);
    docx("a program inside", Zips.docx().with("word/media/a.png", "MZ.."), Refusal.ACTIVE, all);
    docx("ActiveX", Zips.docx().with("word/activeX/a.xml", "<a/>"), Refusal.ACTIVE, all);
    docx("an object", Zips.docx().saying("<OLEObject/>"), Refusal.ACTIVE, all);
    for (var field : new String[] {"DDE a b", "DDEAUTO c:\\\\a", "INCLUDEPICTURE \"x\"", ""}) {
      docx("H11: a field: " + field, Zips.docx().saying(field(field)), Refusal.ACTIVE, all);
    }
    for (var field : new String[] {"HYPERLINK", "hyperlink", "\nHyperlink\n"}) {
      docx(
          "a field that links to a program: " + field,
          Zips.docx().saying(field(field + " \"file:///c:/a.exe\"\n")),
          Refusal.ACTIVE,
          all);
    }
    docx(
        "a field in pieces",
        Zips.docx()
            .saying(
                "<fldChar fldCharType=\"begin\"/><instrText>DD</instrText><t/><instrText>E a"
                    + "</instrText><fldChar fldCharType=\"end\"/>"),
        Refusal.ACTIVE,
        all);
    docx(
        "a field made of fields",
        Zips.docx()
            .saying(
                "<fldChar fldCharType=\"begin\"/>"
                    + field("QUOTE 68 68 69")
                    + "<fldChar fldCharType=\"separate\"/><fldChar fldCharType=\"end\"/>"),
        Refusal.ACTIVE,
        all);
    docx("a field in one", Zips.docx().saying("<fldSimple instr=\"DDE a\"/>"), Refusal.ACTIVE, all);
    docx(
        "H14: entities",
        Zips.docx()
            .with("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///x\">]><a>&b;</a>"),
        Refusal.BROKEN,
        all);
    docx(
        "H14: a document type and nothing else",
        Zips.docx().with("word/document.xml", "<!DOCTYPE a><a/>"),
        Refusal.BROKEN,
        all);
    docx("no XML", Zips.docx().with("word/document.xml", "<a>"), Refusal.BROKEN, all);
    docx("deep", Zips.docx().saying("<a>".repeat(600) + "</a>".repeat(600)), Refusal.BROKEN, all);
    docx("no text", Zips.docx().without("_rels/.rels"), Refusal.WRONG_TYPE, all);
    docx("H10: a way out", Zips.docx().with("../a.xml", "<a/>"), Refusal.BROKEN, all);
    docx("a name twice", Zips.docx().with("WORD/document.xml", "<a/>"), Refusal.BROKEN, all);
    docx(
        "H13: 100 MB of nothing",
        Zips.docx().with("word/a.xml", new byte[100 * 1024 * 1024]),
        Refusal.BROKEN,
        all);
    docx(
        "H13: 30 MB of nothing",
        Zips.docx().with("word/a.bin", new byte[30 * 1024 * 1024]),
        Refusal.BROKEN,
        all);
    Zips many = Zips.docx();
    for (int i = 0; i < 3_000; i++) {
      many.with("word/" + i, "a");
    }
    docx("H13: thousands of parts", many, Refusal.BROKEN, all);
    odt("a link", Zips.odt().saying("<a href=\"https://a.se/\"/>"), null, all);
    odt("a picture", Zips.odt().saying("<image href=\"Pictures/a.png\"/>"), null, all);
    odt("H11: Basic", Zips.odt().with("Basic/Standard/a.xml", "<a/>"), Refusal.ACTIVE, all);
    odt("H11: a script", Zips.odt().with("Scripts/python/a.py", "x"), Refusal.ACTIVE, all);
    odt("an event", Zips.odt().saying("<event-listener/>"), Refusal.ACTIVE, all);
    odt("DDE", Zips.odt().saying("<dde-source/>"), Refusal.ACTIVE, all);
    odt("an object", Zips.odt().with("Object 1/content.xml", "<a/>"), Refusal.ACTIVE, all);
    for (var address : new String[] {"https://a.se/a.png", "../a.ott", "//a.se/a", "\\\\a\\b"}) {
      odt(
          "H11: elsewhere: " + address,
          Zips.odt().saying("<template href=\"%s\"/>".formatted(address)),
          Refusal.ACTIVE,
          all);
    }
    odt("a link to a program", Zips.odt().saying("<a href=\"file:///a\"/>"), Refusal.ACTIVE, all);
    odt(
        "H12: locked",
        Zips.odt()
            .with("content.xml", "no XML any more")
            .with("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"),
        Refusal.ENCRYPTED,
        all);
    return all.stream();
  }

  private static void docx(String what, Zips text, @Nullable Refusal why, List<Arguments> all) {
    all.add(arguments(what, DOCX, text.bytes(), why));
  }

  private static void odt(String what, Zips text, @Nullable Refusal why, List<Arguments> all) {
    all.add(arguments(what, ODT, text.bytes(), why));
  }

  private static String field(String instruction) {
    return "<fldChar fldCharType=\"begin\"/><instrText>%s</instrText>".formatted(instruction)
        + "<fldChar fldCharType=\"separate\"/><t>1</t><fldChar fldCharType=\"end\"/>";
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("texts")
  void aTextIsTakenOrRefusedForWhatIsInIt(
      String what, FileType type, byte[] content, @Nullable Refusal why) {
    assertThat(judged(type, content)).as(what).isEqualTo(Optional.ofNullable(why));
  }

  @Test
  void whatIsNotWrittenAsAZipMustBeIsRefused() {
    byte[] good = Zips.docx().bytes();
    var text = new String(good, ISO_8859_1);

    assertThat(judged(DOCX, bytes(text + "\n"))).contains(Refusal.BROKEN);
    assertThat(judged(DOCX, bytes("MZ" + text))).contains(Refusal.WRONG_TYPE);
    assertThat(judged(DOCX, Arrays.copyOf(good, good.length / 2))).contains(Refusal.BROKEN);
    assertThat(judged(DOCX, bytes(text.replaceFirst("word/document", "word/d0cument"))))
        .contains(Refusal.BROKEN);
    byte[] locked = good.clone();
    locked[6] |= 1;
    assertThat(judged(DOCX, locked)).contains(Refusal.ENCRYPTED);
    int directory = text.indexOf("PK\u0001\u0002");
    locked[directory + 8] |= 1;
    assertThat(judged(DOCX, locked)).contains(Refusal.ENCRYPTED);
    byte[] other = good.clone();
    other[text.indexOf("word/document.xml") + 25] ^= 1;
    assertThat(judged(DOCX, other)).contains(Refusal.BROKEN);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static Optional<Refusal> judged(FileType type, byte[] content) {
    return FileRules.against(
        new StoredFile(type.mediaType(), content.length, Sha256.hex(content)), content);
  }
}
