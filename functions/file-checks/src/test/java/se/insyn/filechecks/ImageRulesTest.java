package se.insyn.filechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.insyn.domain.events.FileType;

/** H10, H15: pictures. */
class ImageRulesTest {

  private static final byte[] JPEG = image("jpg");
  private static final byte[] PNG = image("png");

  @Test
  void aPictureIsTakenForWhatItIsAndForNothingElse() {
    assertThat(judged(FileType.JPEG, JPEG)).isEmpty();
    assertThat(judged(FileType.PNG, PNG)).isEmpty();
    assertThat(judged(FileType.PNG, JPEG)).contains(Refusal.WRONG_TYPE);
    assertThat(judged(FileType.JPEG, PNG)).contains(Refusal.WRONG_TYPE);
    assertThat(judged(FileType.JPEG, new byte[] {'M', 'Z', 0, 0})).contains(Refusal.WRONG_TYPE);
  }

  @Test
  @DisplayName("H15: a picture of 50,000 by 50,000 is refused")
  void aPictureOfTooManyPointsIsRefused() {
    byte[] wide = PNG.clone();
    ByteBuffer.wrap(wide).putInt(16, 50_000).putInt(20, 50_000);
    var crc = new CRC32();
    crc.update(wide, 12, 17);
    ByteBuffer.wrap(wide).putInt(29, (int) crc.getValue());
    byte[] high = JPEG.clone();
    int frame = indexOf(high, 0xff, 0xc0);
    ByteBuffer.wrap(high).putShort(frame + 5, (short) 50_000).putShort(frame + 7, (short) 50_000);

    assertThat(judged(FileType.PNG, wide)).contains(Refusal.BROKEN);
    assertThat(judged(FileType.JPEG, high)).contains(Refusal.BROKEN);
  }

  @Test
  @DisplayName("H15: half a picture is refused")
  void halfAPictureIsRefused() {
    for (int length : new int[] {20, JPEG.length / 2, JPEG.length - 1}) {
      assertThat(judged(FileType.JPEG, Arrays.copyOf(JPEG, length))).contains(Refusal.BROKEN);
    }
    for (int length : new int[] {33, PNG.length / 2, PNG.length - 1}) {
      assertThat(judged(FileType.PNG, Arrays.copyOf(PNG, length))).contains(Refusal.BROKEN);
    }
    byte[] other = PNG.clone();
    other[PNG.length / 2] ^= 1;
    assertThat(judged(FileType.PNG, other)).contains(Refusal.BROKEN);
  }

  @Test
  @DisplayName("H10: what hides behind a picture is refused, but for a second picture")
  void whatHidesBehindAPictureIsRefused() {
    byte[] html = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    byte[] zip = Zips.docx().bytes();
    for (byte[] hidden : new byte[][] {html, zip}) {
      assertThat(judged(FileType.JPEG, joined(JPEG, hidden))).contains(Refusal.WRONG_TYPE);
      assertThat(judged(FileType.PNG, joined(PNG, hidden))).contains(Refusal.WRONG_TYPE);
    }
    assertThat(judged(FileType.PNG, joined(PNG, PNG))).contains(Refusal.WRONG_TYPE);
    assertThat(judged(FileType.JPEG, joined(JPEG, JPEG))).isEmpty();
    assertThat(judged(FileType.JPEG, withSegment("%PDF-1.4 ".getBytes(StandardCharsets.US_ASCII))))
        .contains(Refusal.WRONG_TYPE);
  }

  @Test
  @DisplayName("H15: where a photo was taken stays in it: it is what somebody has sent")
  void whereAPhotoWasTakenStaysInIt() {
    byte[] where = HexFormat.of().parseHex("45786966000049492a000800000001002588040001000000");

    assertThat(judged(FileType.JPEG, withSegment(where))).isEmpty();
  }

  /** The same with something said of it before its points. */
  private static byte[] withSegment(byte[] content) {
    byte[] head = {(byte) 0xff, (byte) 0xe1, 0, (byte) (content.length + 2)};
    byte[] begin = Arrays.copyOf(JPEG, 2);
    return joined(joined(joined(begin, head), content), Arrays.copyOfRange(JPEG, 2, JPEG.length));
  }

  private static Optional<Refusal> judged(FileType type, byte[] content) {
    return OfficeRulesTest.judged(type, content);
  }

  private static int indexOf(byte[] content, int first, int second) {
    for (int i = 0; i < content.length; i++) {
      if (content[i] == (byte) first && content[i + 1] == (byte) second) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] image(String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
