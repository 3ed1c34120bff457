package se.insyn.filechecks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.value.Sha256;

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

  @Test
  void whatIsNoPdfIsRefused() {
    for (String content :
        new String[] {
          "<!DOCTYPE html><script>alert(1)</script>",
          "MZ\u0000\u0000 a program",
          "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
          " %PDF-1.4\n%%EOF"
        }) {
      assertRefused(content.getBytes(US_ASCII));
    }
  }

  @Test
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
  void whatHidesAfterTheEndIsRefused() {
    assertRefused(joined(PDF, "<script>".getBytes(US_ASCII)));
  }

  @Test
  void anotherTypeThanPdfIsRefusedWhateverItIs() {
    var image = new StoredFile("image/png", PDF.length, Sha256.hex(PDF));

    assertThat(FileRules.against(image, PDF)).contains(Refusal.WRONG_TYPE);
  }

  private static void assertRefused(byte[] content) {
    assertThat(FileRules.against(announced(content), content)).contains(Refusal.WRONG_TYPE);
  }

  private static StoredFile announced(byte[] content) {
    return new StoredFile(StoredFile.PDF, content.length, Sha256.hex(content));
  }

  private static byte[] zip() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(65);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
