package se.insyn.filechecks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static se.insyn.filechecks.Pdfs.annotation;
import static se.insyn.filechecks.Pdfs.dictionary;
import static se.insyn.filechecks.Pdfs.inCatalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * H11 and H12 of a PDF: what acts, fetches, carries something or is locked. H14: nothing of XML in
 * it is read, a form of its own (XFA) is refused.
 */
class PdfRulesTest {

  @Test
  void aPlainDocumentIsTakenHoweverItIsWritten() {
    assertThat(PdfRules.against(Pdfs.plain())).isEmpty();
    assertThat(PdfRules.against(Pdfs.unpacked(document -> {}))).isEmpty();
  }

  @Test
  void theDocumentsOfTheDemoAreTaken() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../events/files"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".pdf")).toList()) {
        assertThat(PdfRules.against(Files.readAllBytes(file))).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void whatLeadsToThePageOrTheWebIsTaken() {
    for (String address :
        List.of("https://example.se/", "HTTP://example.se", "mailto:a@example.se", "sida.html")) {
      assertThat(PdfRules.against(Pdfs.with(link(address)))).as(address).isEmpty();
    }
    var page = new COSArray();
    page.add(COSInteger.ZERO);
    page.add(COSName.getPDFName("Fit"));
    var opens = inCatalog("OpenAction", dictionary("S", "/GoTo", "D", page));
    assertThat(PdfRules.against(Pdfs.with(opens))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everythingThatActsIsRefused() {
    var script = dictionary("S", "/JavaScript", "JS", "app.alert(1)");
    var active = new LinkedHashMap<String, Pdfs.Change>();
    active.put("a script when it is opened", inCatalog("OpenAction", script));
    active.put("a program when it is opened", opens("/Launch"));
    active.put("another file when it is opened", opens("/GoToR"));
    active.put("an unknown act when it is opened", opens("/Unheard"));
    active.put("a script by name", inCatalog("Names", dictionary("JavaScript", dictionary())));
    active.put("a file by name", inCatalog("Names", dictionary("EmbeddedFiles", dictionary())));
    active.put("an act of the document", inCatalog("AA", dictionary()));
    active.put("a form of its own", inCatalog("AcroForm", dictionary("XFA", "x")));
    active.put("a form that is sent", behindALink("/SubmitForm"));
    active.put("a program behind a link", behindALink("/Launch"));
    active.put("a script behind a link", behindALink("/JavaScript"));
    active.put(
        "a script after a link",
        annotation(
            "Subtype",
            "/Link",
            "A",
            dictionary("S", "/URI", "URI", "https://example.se", "Next", script)));
    active.put("an address that is a script", link("javascript:alert(1)"));
    active.put("an address of this machine", link(" file:///etc/passwd"));
    active.put("a file on the page", annotation("Subtype", "/FileAttachment"));
    active.put("a film", annotation("Subtype", "/Movie"));
    active.put("rich media", annotation("Subtype", "/RichMedia"));
    active.put("what carries a file", annotation("FS", dictionary("EF", dictionary())));
    active.put(
        "an act of the page",
        document -> document.getPage(0).getCOSObject().setItem(COSName.AA, dictionary()));
    return active.entrySet().stream()
        .flatMap(
            each ->
                Stream.of(
                    refused(each.getKey(), Pdfs.with(each.getValue()), Refusal.ACTIVE),
                    refused(
                        each.getKey() + ", not packed",
                        Pdfs.unpacked(each.getValue()),
                        Refusal.ACTIVE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java\tscript:alert(1)",
        "java\r\nscript:alert(1)",
        "\u0001javascript:alert(1)",
        "\u00a0JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "\\\\server\\share"
      })
  void anAddressThatABrowserReadsAsAnotherIsRefused(String address) {
    assertThat(PdfRules.against(Pdfs.with(link(address)))).contains(Refusal.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</Type/XObject/Subtype/Image/F(http://example.com/x)/Length 0>>\nstream\n\nendstream",
        "<</Type/XObject/Subtype/Form/Ref<</F(other.pdf)/Page 0>>/Length 0>>\nstream\n\nendstream",
        "<</S/Thread/F(other.pdf)/D 0>>",
        "<</URI<</Base(javascript:)>>>>"
      })
  void whatFetchesItsContentFromElsewhereIsRefused(String object) {
    assertThat(PdfRules.against(HandPdf.withObject(object))).contains(Refusal.ACTIVE);
  }

  @Test
  void aFlagOfAnAnnotationAndAThreadOfThisDocumentFetchNothing() {
    assertThat(PdfRules.against(Pdfs.with(annotation("Subtype", "/Text", "F", "4")))).isEmpty();
    assertThat(PdfRules.against(HandPdf.withObject("<</S/Thread/D 0>>"))).isEmpty();
  }

  @Test
  void aScriptThatNothingLeadsToIsRefused() {
    assertThat(PdfRules.against(HandPdf.withObject("<</S/JavaScript>>"))).contains(Refusal.ACTIVE);
    assertThat(PdfRules.against(HandPdf.withObject("[[<</X<</S/#4aavaScript>>>>]]")))
        .contains(Refusal.ACTIVE);
  }

  @TestFactory
  Stream<DynamicTest> whatIsLockedIsRefused() {
    return Stream.of("", "secret")
        .map(
            password ->
                refused(
                    "for readers: " + password,
                    Pdfs.with(
                        document ->
                            document.protect(
                                new StandardProtectionPolicy(
                                    "owner", password, new AccessPermission()))),
                    Refusal.ENCRYPTED));
  }

  @TestFactory
  Stream<DynamicTest> whatIsBrokenIsRefused() {
    byte[] whole = Pdfs.plain();
    byte[] plain = Pdfs.unpacked(document -> {});
    var broken = new LinkedHashMap<String, byte[]>();
    broken.put("half of it", Arrays.copyOf(whole, whole.length / 2));
    broken.put("without its end", Arrays.copyOf(whole, whole.length - 20));
    broken.put("a head alone", "%PDF-1.4\n%%EOF\n".getBytes(US_ASCII));
    broken.put("nothing", new byte[0]);
    broken.put("no page", Pdfs.with(document -> document.removePage(0)));
    broken.put("cross references to nowhere", replaced(plain, "startxref\n", "startxref\n9"));
    broken.put(
        "objects that are not where they are said to be", replaced(plain, "\n1 0 obj", "\n1  obj"));
    return broken.entrySet().stream()
        .map(each -> refused(each.getKey(), each.getValue(), Refusal.BROKEN));
  }

  private static Pdfs.Change opens(String act) {
    return inCatalog("OpenAction", dictionary("S", act));
  }

  private static Pdfs.Change behindALink(String act) {
    return annotation("Subtype", "/Link", "A", dictionary("S", act));
  }

  private static Pdfs.Change link(String address) {
    return annotation("Subtype", "/Link", "A", dictionary("S", "/URI", "URI", address));
  }

  private static DynamicTest refused(String name, byte[] content, Refusal why) {
    return DynamicTest.dynamicTest(name, () -> assertThat(PdfRules.against(content)).contains(why));
  }

  private static byte[] replaced(byte[] content, String part, String other) {
    String text = new String(content, ISO_8859_1);
    assertThat(text).contains(part);
    return text.replace(part, other).getBytes(ISO_8859_1);
  }
}
