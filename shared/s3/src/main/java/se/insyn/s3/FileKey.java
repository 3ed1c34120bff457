package se.insyn.s3;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;

/** Where the bytes of a fact's file lie: {@code <place>/<caseId>/<id>/<sha256>}. */
public record FileKey(CaseId caseId, EventId id, String sha256) implements FilePlace {

  /** What all keys begin with under which something may be served. */
  public static final String CHECKED = "cases/";

  private static final Pattern PATH = Pattern.compile("([0-9a-f]{32})/([^/]{1,64})/([0-9a-f]{64})");

  /** A dot between slashes is a place of its own to many who read an address. */
  private static final Pattern DOTS = Pattern.compile("\\.{1,2}");

  @Override
  public String incoming() {
    return INCOMING + path();
  }

  @Override
  public String checked() {
    return CHECKED + path();
  }

  @Override
  public FilePlace having(String otherSha256) {
    return new FileKey(caseId, id, otherSha256);
  }

  /** What waits under a key; empty when the key is none of ours. */
  public static Optional<FileKey> waitingAt(String key) {
    return at(INCOMING, key);
  }

  /** What may be served under a key; empty when the key is none of ours. */
  public static Optional<FileKey> checkedAt(String key) {
    return at(CHECKED, key);
  }

  private static Optional<FileKey> at(String place, String key) {
    Matcher parts = PATH.matcher(key.startsWith(place) ? key.substring(place.length()) : "");
    if (!parts.matches()) {
      return Optional.empty();
    }
    return EventId.parse(parts.group(2).replace("%2E", "."))
        .map(id -> new FileKey(new CaseId(parts.group(1)), id, parts.group(3)))
        .filter(read -> key.equals(place + read.path()));
  }

  /**
   * What the keys of all files of a fact begin with, wherever they lie.
   *
   * @param id null = of the whole case
   */
  public static List<String> folders(CaseId caseId, @Nullable EventId id) {
    String folder = caseId.value() + "/" + (id == null ? "" : name(id) + "/");
    return List.of(INCOMING + folder, CHECKED + folder);
  }

  private String path() {
    return caseId.value() + "/" + name(id) + "/" + sha256;
  }

  private static String name(EventId id) {
    String name = id.value();
    return DOTS.matcher(name).matches() ? name.replace(".", "%2E") : name;
  }
}
