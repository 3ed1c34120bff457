package se.insyn.upkeep;

import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.FileType;
import se.insyn.domain.events.Shown;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.domain.messages.SeenAttachment;
import se.insyn.s3.AttachmentKey;
import se.insyn.s3.FileKey;
import se.insyn.s3.FilePlace;

/** A file of an export; its name in there is ours, whatever it is called elsewhere. */
record ExportedFile(String name, VisibleCase viewed, EventId id, StoredFile file, FilePlace place) {

  static ExportedFile of(int number, VisibleCase viewed, EventId id, StoredFile file) {
    return of(number, viewed, id, file, new FileKey(viewed.id(), id, file.sha256()));
  }

  /** One that the viewer has sent themself. */
  static ExportedFile of(int number, VisibleCase viewed, EventId id, SeenAttachment sent) {
    StoredFile file = sent.attachment().file();
    return of(
        number, viewed, id, file, new AttachmentKey(new AttachmentId(sent.id()), file.sha256()));
  }

  private static ExportedFile of(
      int number, VisibleCase viewed, EventId id, StoredFile file, FilePlace place) {
    String type = FileType.of(file.mediaType()).map(FileType::ending).orElse("");
    return new ExportedFile("files/%03d%s".formatted(number, type), viewed, id, file, place);
  }

  Shown shown() {
    return new Shown()
        .put("caseId", viewed.id().value())
        .put("id", id)
        .put("name", name)
        .put("mediaType", file.mediaType())
        .put("size", file.size())
        .put("sha256", file.sha256());
  }
}
