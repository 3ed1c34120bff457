package se.insyn.domain.messages;

import se.insyn.domain.events.Shown;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.json.Members;

/** Bilaga: a file that goes with a message, under the name that its sender gave it. */
public record Attachment(String id, String name, StoredFile file) {

  private static final int LONGEST_NAME = 200;

  /** Reads and checks what is announced. */
  static Attachment from(Members data) {
    return new Attachment(
        data.id("id"), data.text("name", LONGEST_NAME), StoredFile.attached(data));
  }

  /** As it is stored, and told to a caseworker system. */
  public Shown shown() {
    return new Shown()
        .put("id", id)
        .put("name", name)
        .put("mediaType", file.mediaType())
        .put("size", file.size())
        .put("sha256", file.sha256());
  }
}
