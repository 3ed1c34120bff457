package se.insyn.filechecks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.value.Sha256;

/**
 * H10–H15 of what is said to be a PDF: everything else is refused by what it is, and nothing of it
 * unpacked. H11 and H12 of a PDF are in PdfRulesTest, H13 of a PDF in BombsTest; texts are in
 * OfficeRulesTest and DocRulesTest, pictures in ImageRulesTest.
 */
class FileRulesTest {

  private static final byte[] PDF = Pdfs.plain();

  @Test
  void whatIsAnnouncedIsTaken() {
    assertThat(FileRules.against(announced(PDF), PDF)).isEmpty();
  }

  @Test
  void anotherLengthIsRefused() {
    assertThat(FileRules.against(announced(PDF), Arrays.copyOf(PDF, PDF.length + 1)))
        .contains(Refusal.WRONG_LENGTH);
    assertThat(FileRules.against(announced(PDF), new byte[0])).contains(Refusal.WRONG_LENGTH);
  }

  @Test
  void otherBytesAreRefused() {
    byte[] other = PDF.clone();
    other[other.length / 2] ^= 1;

    assertThat(FileRules.against(announced(PDF), other)).contains(Refusal.WRONG_CHECKSUM);
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoPdfIsRefused() throws IOException {
    var others = new LinkedHashMap<String, byte[]>();
    others.put("H10: a page", "<!DOCTYPE html><script>alert(1)</script>".getBytes(US_ASCII));
    others.put("H10: a program", "MZ\u0000\u0000 a program".getBytes(US_ASCII));
    others.put("H10: a drawing", "<svg><script/></svg>".getBytes(US_ASCII));
    others.put("H10: a PDF that begins later", " %PDF-1.4\n%%EOF".getBytes(US_ASCII));
    others.put("H11: a text with macros", zip("word/vbaProject.bin", 1));
    others.put(
        "H11: a text of old", HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504)));
    others.put("H11: a text with a template elsewhere", zip("word/_rels/settings.xml.rels", 1));
    others.put("H12: a locked archive", locked(zip("a.txt", 1)));
    others.put("H13: an archive that unpacks to 100 MB", zip("a.txt", 100));
    others.put("H13: packed zeros", HandPdf.packedZeros(100));
    others.put(
        "H14: entities in entities",
        "<!DOCTYPE a [<!ENTITY b \"&c;&c;\"><!ENTITY d SYSTEM \"file:///x\">]><a>&b;&d;</a>"
            .getBytes(US_ASCII));
    others.put("H15: an image of 50,000 by 50,000", image(50_000));
    others.put("H15: half an image", Arrays.copyOf(image(1), 20));
    others.put(
        "H15: a photo that says where it was taken",
        HexFormat.of().parseHex("ffd8ffe1001845786966000049492a000800000001002588040001000000"));
    return others.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertRefused(each.getValue())));
  }

  @Test
  @DisplayName("H10: a PDF that is a ZIP as well is refused")
  void aPdfThatIsAZipAsWellIsRefused() throws IOException {
    byte[] zip = zip();
    assertRefused(joined(PDF, zip));
    assertRefused(joined(zip, PDF));
  }

  @Test
  void aZipWhoseCommentIsTheEndOfThePdfIsRefused() throws IOException {
    byte[] end = "\n%%EOF\n".getBytes(US_ASCII);
    byte[] both = joined(joined("%PDF-1.4\n%".getBytes(US_ASCII), zip()), end);
    both[both.length - end.length - 2] = (byte) end.length;

    assertRefused(both);
  }

  @Test
  void aZipThatIsFoundInsideByWhoeverMindsNothingAfterItIsRefused() throws IOException {
    byte[] zip = zip();
    assertRefused(new HandPdf().stream("", zip).table());
    assertRefused(new HandPdf().stream("", zip).write("%" + " ".repeat(60_000) + "\n").table());
    assertThat(FileRules.against(announced(HandPdf.withObject("()")), HandPdf.withObject("()")))
        .isEmpty();
  }

  @Test
  void whatHidesAfterTheEndIsRefused() {
    assertRefused(joined(PDF, "<script>".getBytes(US_ASCII)));
  }

  @Test
  void whatWasCutOffIsBroken() {
    byte[] cut = Arrays.copyOf(PDF, PDF.length / 2);

    assertThat(FileRules.against(announced(cut), cut)).contains(Refusal.BROKEN);
  }

  @Test
  void anotherTypeThanItIsSaidToBeIsRefused() {
    for (String type : List.of("image/png", "text/html", StoredFile.PDF + " ")) {
      var other = new StoredFile(type, PDF.length, Sha256.hex(PDF));

      assertThat(FileRules.against(other, PDF)).contains(Refusal.WRONG_TYPE);
    }
  }

  private static void assertRefused(byte[] content) {
    assertThat(FileRules.against(announced(content), content)).contains(Refusal.WRONG_TYPE);
  }

  private static StoredFile announced(byte[] content) {
    return new StoredFile(StoredFile.PDF, content.length, Sha256.hex(content));
  }

  private static byte[] zip() throws IOException {
    return zip("a.txt", 0);
  }

  /** An archive with one file of so many megabytes. */
  private static byte[] zip(String name, int megabytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < megabytes; i++) {
        zip.write(zeros);
      }
    }
    return out.toByteArray();
  }

  /** Says of its one file that it is encrypted. */
  private static byte[] locked(byte[] zip) {
    byte[] locked = zip.clone();
    locked[6] |= 1;
    return locked;
  }

  /** The head of a PNG image. */
  private static byte[] image(int pixels) {
    return ByteBuffer.allocate(33)
        .put(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"))
        .putInt(pixels)
        .putInt(pixels)
        .array();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
