package se.insyn.filechecks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * What a picture may not be: another type, cut off, with something behind its end, or of more
 * points than anybody has room for. What it says of where and when it was taken stays: these are
 * the very bytes that somebody has sent.
 */
final class ImageRules {

  /** Of a camera that makes 100 megapixels. */
  private static final long MOST_POINTS = 120_000_000;

  private static final int MOST_ACROSS = 30_000;

  private static final long PNG = 0x89504e470d0a1a0aL;
  private static final Set<String> PNG_PARTS = Set.of("IHDR", "PLTE", "IDAT", "IEND");

  private static final int START = 0xffd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;

  private ImageRules() {}

  static Optional<Refusal> againstJpeg(byte[] content) {
    return judged(() -> jpeg(ByteBuffer.wrap(content)));
  }

  static Optional<Refusal> againstPng(byte[] content) {
    return judged(() -> png(ByteBuffer.wrap(content)));
  }

  /** How a picture is read. */
  private interface Look {
    Optional<Refusal> take() throws IOException;
  }

  private static Optional<Refusal> judged(Look look) {
    try {
      return look.take();
    } catch (IOException | RuntimeException e) {
      return Optional.of(Refusal.BROKEN);
    }
  }

  private static Optional<Refusal> png(ByteBuffer bytes) throws IOException {
    if (bytes.capacity() < 8 || bytes.getLong(0) != PNG) {
      return Optional.of(Refusal.WRONG_TYPE);
    }
    int at = 8;
    String before = "";
    boolean hasPoints = false;
    while (!before.equals("IEND")) {
      int length = bytes.getInt(at);
      byte[] type = new byte[4];
      bytes.get(at + 4, type);
      String name = new String(type, StandardCharsets.ISO_8859_1);
      require(length >= 0 && length <= bytes.capacity() - at - 12, "a part that is cut off");
      require(name.matches("[A-Za-z]{4}"), "an odd part");
      require(type[0] >= 'a' || PNG_PARTS.contains(name), "a part that nobody knows");
      require(before.isEmpty() == name.equals("IHDR"), "no head, or another one");
      require(bytes.getInt(at + 8 + length) == sum(bytes, at + 4, length + 4), "another checksum");
      if (name.equals("IHDR")) {
        require(length == 13, "an odd head");
        size(bytes.getInt(at + 8), bytes.getInt(at + 12));
      }
      hasPoints |= name.equals("IDAT") && length > 0;
      before = name;
      at += 12 + length;
    }
    require(hasPoints, "nothing in it");
    return at == bytes.capacity() ? Optional.empty() : Optional.of(Refusal.WRONG_TYPE);
  }

  private static int sum(ByteBuffer bytes, int at, int length) {
    var crc = new CRC32();
    crc.update(bytes.slice(at, length));
    return (int) crc.getValue();
  }

  private static Optional<Refusal> jpeg(ByteBuffer bytes) throws IOException {
    if (bytes.capacity() < 4 || Short.toUnsignedInt(bytes.getShort(0)) != START) {
      return Optional.of(Refusal.WRONG_TYPE);
    }
    int at = 0;
    // Cameras put a second picture behind the first, for screens that can show more.
    do {
      at = pictureEnd(bytes, at);
    } while (at + 1 < bytes.capacity() && Short.toUnsignedInt(bytes.getShort(at)) == START);
    return at == bytes.capacity() ? Optional.empty() : Optional.of(Refusal.WRONG_TYPE);
  }

  /** Where a picture ends that begins here. */
  private static int pictureEnd(ByteBuffer bytes, int begin) throws IOException {
    int at = begin + 2;
    boolean hasSize = false;
    boolean hasPoints = false;
    while (true) {
      require(Byte.toUnsignedInt(bytes.get(at)) == 0xff, "no mark");
      int mark = Byte.toUnsignedInt(bytes.get(at + 1));
      if (mark == 0xff) {
        at++;
        continue;
      }
      if (mark == END) {
        require(hasSize && hasPoints, "nothing in it");
        return at + 2;
      }
      require(mark >= 0xc0 && !(mark >= 0xd0 && mark <= 0xd8), "an odd mark");
      int length = Short.toUnsignedInt(bytes.getShort(at + 2));
      require(length >= 2, "an odd length");
      if (isFrame(mark)) {
        require(!hasSize && length >= 8, "two sizes");
        hasSize = true;
        size(
            Short.toUnsignedInt(bytes.getShort(at + 7)),
            Short.toUnsignedInt(bytes.getShort(at + 5)));
      }
      at += 2 + length;
      if (mark == SCAN) {
        require(hasSize, "points without a size");
        hasPoints = true;
        at = pointsEnd(bytes, at);
      }
    }
  }

  /** Frames of all sorts, but not the tables whose marks stand among them. */
  private static boolean isFrame(int mark) {
    return mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
  }

  /** The next mark that is neither a byte of the points nor a place to begin anew. */
  private static int pointsEnd(ByteBuffer bytes, int begin) {
    int at = begin;
    while (true) {
      if (Byte.toUnsignedInt(bytes.get(at)) == 0xff) {
        int mark = Byte.toUnsignedInt(bytes.get(at + 1));
        if (mark != 0 && mark != 0xff && !(mark >= 0xd0 && mark <= 0xd7)) {
          return at;
        }
      }
      at++;
    }
  }

  private static void size(long across, long down) throws IOException {
    require(
        across > 0
            && down > 0
            && across <= MOST_ACROSS
            && down <= MOST_ACROSS
            && across * down <= MOST_POINTS,
        "of more points than anybody has room for");
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
