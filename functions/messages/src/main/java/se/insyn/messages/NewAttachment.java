package se.insyn.messages;

import java.util.Optional;
import java.util.regex.Pattern;
import se.insyn.domain.events.FileType;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.json.Members;
import se.insyn.domain.messages.Attachment;
import se.insyn.domain.messages.AttachmentId;

/** Bilaga that somebody is about to hand over: what it is called, and which bytes it has. */
record NewAttachment(String name, StoredFile file) {

  private static final int LONGEST_NAME = 120;

  /** Ways into other folders, and signs that turn the reading round. */
  private static final Pattern NEVER =
      Pattern.compile("[/\\\\\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  static NewAttachment from(Members data) {
    var attachment = new NewAttachment(data.text("name", LONGEST_NAME), StoredFile.attached(data));
    if (data.isReadable("name")) {
      if (NEVER.matcher(attachment.name).find()) {
        data.wrong("name", "must not have folders or signs that turn the reading round");
      }
      Optional<FileType> type = FileType.of(attachment.file.mediaType());
      if (type.isPresent() && !type.get().endsName(attachment.name)) {
        data.wrong("name", "must end in " + type.get().ending());
      }
    }
    return attachment;
  }

  Attachment named(AttachmentId id) {
    return new Attachment(id.value(), name, file);
  }
}
