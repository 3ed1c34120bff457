package se.insyn.domain.events;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.insyn.domain.json.Members;

/** A file by its bytes: {@code sha256} in hex, {@code size} in bytes. */
public record StoredFile(String mediaType, long size, String sha256) {

  /** 20 MB. */
  public static final long LARGEST = 20L * 1024 * 1024;

  /** 10 MB, of a file that goes with a message. */
  public static final long LARGEST_ATTACHED = 10L * 1024 * 1024;

  public static final String PDF = FileType.PDF.mediaType();
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** Reads and checks what a source says of the file of a document. */
  public static StoredFile from(Members data) {
    return from(data, EnumSet.of(FileType.PDF), LARGEST);
  }

  /** Reads and checks what is said of a file that goes with a message. */
  public static StoredFile attached(Members data) {
    return from(data, EnumSet.allOf(FileType.class), LARGEST_ATTACHED);
  }

  private static StoredFile from(Members data, Set<FileType> types, long largest) {
    var file =
        new StoredFile(
            data.text("mediaType", Texts.WORD),
            data.whole("size", 1, largest),
            data.text("sha256", Texts.WORD));
    if (data.isReadable("mediaType")
        && FileType.of(file.mediaType).filter(types::contains).isEmpty()) {
      data.wrong("mediaType", "must be " + words(types));
    }
    if (data.isReadable("sha256") && !SHA_256.matcher(file.sha256).matches()) {
      data.wrong("sha256", "must be 64 hexadecimal digits in lower case");
    }
    return file;
  }

  private static String words(Set<FileType> types) {
    return Arrays.stream(FileType.values())
        .filter(types::contains)
        .map(FileType::mediaType)
        .collect(Collectors.joining(" or "));
  }

  /** As it is stored and shown. */
  public Shown shown() {
    return new Shown().put("mediaType", mediaType).put("size", size).put("sha256", sha256);
  }
}
