package se.insyn.domain.events;

import java.util.regex.Pattern;
import se.insyn.domain.json.Members;

/** The file that belongs to a document: {@code sha256} in hex, {@code size} in bytes. */
public record StoredFile(String mediaType, long size, String sha256) {

  /** 20 MB. */
  public static final long LARGEST = 20L * 1024 * 1024;

  public static final String PDF = "application/pdf";
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** Reads and checks what a source says of a file. */
  public static StoredFile from(Members data) {
    var file =
        new StoredFile(
            data.text("mediaType", Texts.WORD),
            data.whole("size", 1, LARGEST),
            data.text("sha256", Texts.WORD));
    if (data.isReadable("mediaType") && !file.mediaType.equals(PDF)) {
      data.wrong("mediaType", "must be " + PDF);
    }
    if (data.isReadable("sha256") && !SHA_256.matcher(file.sha256).matches()) {
      data.wrong("sha256", "must be 64 hexadecimal digits in lower case");
    }
    return file;
  }

  /** As it is stored and shown. */
  public Shown shown() {
    return new Shown().put("mediaType", mediaType).put("size", size).put("sha256", sha256);
  }
}
