package se.insyn.filechecks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.tika.Tika;
import se.insyn.domain.events.FileType;
import se.insyn.domain.events.StoredFile;

/** What bytes are, told from the bytes themselves. */
final class ContentType {

  private static final Tika TIKA = new Tika();

  /** What is told of a ZIP by how it begins; which of these depends on its first entry. */
  private static final Set<String> ZIPS =
      Set.of(
          "application/zip",
          "application/x-tika-ooxml",
          "application/vnd.openxmlformats-officedocument",
          FileType.DOCX.mediaType(),
          FileType.ODT.mediaType());

  /** What is told of a compound file; which of these depends on where its directory lies. */
  private static final Set<String> COMPOUND =
      Set.of("application/x-tika-msoffice", FileType.DOC.mediaType());

  private static final byte[] HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

  /**
   * The last record of a ZIP: this, 8 bytes, the length of the directory before it, 4 bytes, and
   * the length of the comment that ends the file.
   */
  private static final int ZIP_END = 0x06054b50;

  /** What every entry of the directory begins with. */
  private static final int ZIP_ENTRY = 0x02014b50;

  private static final int ZIP_END_LENGTH = 22;
  private static final int LONGEST_ZIP_COMMENT = 65_535;

  private ContentType() {}

  /**
   * Whether bytes begin as this type does, and are no other as well. What a reader of that type
   * finds in them is asked by its rules.
   */
  static boolean is(FileType type, byte[] content) {
    String found = TIKA.detect(content);
    return switch (type) {
      case PDF -> isPdfAlone(content);
      case DOC -> COMPOUND.contains(found) && isNothingElse(content);
      case DOCX, ODT -> ZIPS.contains(found) && !hasPdfHead(content);
      case JPEG, PNG -> found.equals(type.mediaType()) && isNothingElse(content);
    };
  }

  private static boolean isNothingElse(byte[] content) {
    return !endsAsZip(content) && !hasPdfHead(content);
  }

  /** Readers look for it in the first 1,024 bytes. */
  private static boolean hasPdfHead(byte[] content) {
    for (int at = 0; at < 1024 && at + HEAD.length <= content.length; at++) {
      if (Arrays.equals(HEAD, 0, HEAD.length, content, at, at + HEAD.length)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it is a PDF with nothing before it and nothing after its end, and not a ZIP as well.
   * Readers forgive anything there; we do not, because that is where another file hides.
   */
  static boolean isPdfAlone(byte[] content) {
    return Arrays.equals(HEAD, 0, HEAD.length, content, 0, Math.min(HEAD.length, content.length))
        && TIKA.detect(content).equals(StoredFile.PDF)
        && (isWhole(content) || !hasEnd(content))
        && !endsAsZip(content);
  }

  /** Whether a PDF is there to its end; one that was cut off has none. */
  static boolean isWhole(byte[] content) {
    int end = content.length;
    while (end > 0 && content[end - 1] <= ' ' && content[end - 1] >= 0) {
      end--;
    }
    return end >= END.length && Arrays.equals(END, 0, END.length, content, end - END.length, end);
  }

  private static boolean hasEnd(byte[] content) {
    for (int at = content.length - END.length; at >= 0; at--) {
      if (Arrays.equals(END, 0, END.length, content, at, at + END.length)) {
        return true;
      }
    }
    return false;
  }

  /** Most who open a ZIP do not mind what stands after it. */
  private static boolean endsAsZip(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int last = content.length - ZIP_END_LENGTH;
    for (int at = last; at >= 0 && at >= last - LONGEST_ZIP_COMMENT; at--) {
      if (bytes.getInt(at) == ZIP_END && (isLast(bytes, at) || hasDirectory(bytes, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLast(ByteBuffer bytes, int end) {
    return end + ZIP_END_LENGTH + Short.toUnsignedInt(bytes.getShort(end + 20)) == bytes.capacity();
  }

  private static boolean hasDirectory(ByteBuffer bytes, int end) {
    long directory = end - Integer.toUnsignedLong(bytes.getInt(end + 12));
    // The very large say here that their true end stands elsewhere.
    return directory < 0 || bytes.getInt((int) directory) == ZIP_ENTRY;
  }
}
