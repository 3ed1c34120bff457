package se.insyn.s3;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.insyn.domain.messages.AttachmentId;

/**
 * Where the bytes of a file lie that a citizen handed over: {@code attachments/<id>/<sha256>}. It
 * is handed over before anybody knows to which cases it goes, and one file may go to several.
 */
public record AttachmentKey(AttachmentId id, String sha256) implements FilePlace {

  /** What all keys begin with under which something may be served. */
  public static final String CHECKED = "attachments/";

  private static final Pattern PATH = Pattern.compile("([a-p]{32})/([0-9a-f]{64})");

  @Override
  public String incoming() {
    return INCOMING + checked();
  }

  @Override
  public String checked() {
    return CHECKED + id.value() + "/" + sha256;
  }

  @Override
  public FilePlace having(String otherSha256) {
    return new AttachmentKey(id, otherSha256);
  }

  /** What the keys of all that has this id begin with, wherever it lies. */
  public static List<String> folders(AttachmentId id) {
    String folder = CHECKED + id.value() + "/";
    return List.of(INCOMING + folder, folder);
  }

  /** What waits under a key; empty when the key is none of these. */
  static Optional<AttachmentKey> waitingAt(String key) {
    return key.startsWith(INCOMING)
        ? checkedAt(key.substring(INCOMING.length()))
        : Optional.empty();
  }

  /** What may be served under a key; empty when the key is none of these. */
  public static Optional<AttachmentKey> checkedAt(String key) {
    Matcher parts = PATH.matcher(key.startsWith(CHECKED) ? key.substring(CHECKED.length()) : "");
    return parts.matches()
        ? Optional.of(new AttachmentKey(new AttachmentId(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }
}
