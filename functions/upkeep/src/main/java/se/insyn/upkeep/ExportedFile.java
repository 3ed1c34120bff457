package se.insyn.upkeep;

import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;
import se.insyn.domain.events.StoredFile;

/** A file of an export; its name in there is ours, whatever it is called elsewhere. */
record ExportedFile(String name, VisibleCase viewed, EventId id, StoredFile file) {

  static ExportedFile of(int number, VisibleCase viewed, EventId id, StoredFile file) {
    String type = file.mediaType().equals(StoredFile.PDF) ? ".pdf" : "";
    return new ExportedFile("files/%03d%s".formatted(number, type), viewed, id, file);
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
