package se.insyn.caseworkerapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.Shown;
import se.insyn.domain.events.Upload;
import se.insyn.domain.people.Verdict;

/**
 * What became of a push, and how to hand over the file that it announces, if it is waited for.
 *
 * @param threadId where a message stands
 * @param uploads of its attachments, by their ids
 * @param refused those of its attachments that were looked at and are not taken
 */
record Taken(
    Verdict verdict,
    @Nullable Upload upload,
    @Nullable String threadId,
    Map<String, Upload> uploads,
    List<String> refused) {

  Taken(Verdict verdict, @Nullable Upload upload) {
    this(verdict, upload, null, Map.of(), List.of());
  }

  static Taken of(Verdict verdict) {
    return new Taken(verdict, null);
  }

  static Taken ofMessage(
      Verdict verdict,
      @Nullable String threadId,
      Map<String, Upload> uploads,
      List<String> refused) {
    return new Taken(verdict, null, threadId, uploads, refused);
  }

  /** The uploads as they are told to the outside; null when there are none. */
  @Nullable Shown shownUploads() {
    if (uploads.isEmpty()) {
      return null;
    }
    var shown = new Shown();
    uploads.forEach((id, each) -> shown.put(id, each.shown()));
    return shown;
  }
}
