package se.insyn.domain.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Filtyp: what a file may be, in the word that browsers use and by how its name ends. */
public enum FileType {
  PDF("application/pdf", "pdf"),
  /** Word as it was written until 2007. */
  DOC("application/msword", "doc"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  PNG("image/png", "png");

  private final String mediaType;
  private final String ending;
  private final String otherEnding;

  FileType(String mediaType, String ending) {
    this(mediaType, ending, ending);
  }

  FileType(String mediaType, String ending, String otherEnding) {
    this.mediaType = mediaType;
    this.ending = "." + ending;
    this.otherEnding = "." + otherEnding;
  }

  /** The type that this word stands for; none where such files are not taken. */
  public static Optional<FileType> of(String mediaType) {
    return Arrays.stream(values()).filter(each -> each.mediaType.equals(mediaType)).findFirst();
  }

  public String mediaType() {
    return mediaType;
  }

  /** How a name of such a file ends, with its dot. */
  public String ending() {
    return ending;
  }

  /** Whether something stands before such an ending. */
  public boolean endsName(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return (small.endsWith(ending) && small.length() > ending.length())
        || (small.endsWith(otherEnding) && small.length() > otherEnding.length());
  }
}
