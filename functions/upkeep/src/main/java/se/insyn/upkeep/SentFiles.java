package se.insyn.upkeep;

import jakarta.inject.Singleton;
import java.util.Collection;
import se.insyn.domain.messages.AttachmentId;

/**
 * Bilagor that citizens handed over: they lie as long as a message or answer that they go with, or
 * an outbox from which nobody has fetched it yet, and go with the last of these.
 */
@Singleton
final class SentFiles {

  private final DynamoAttachments attachments;
  private final S3Objects objects;

  SentFiles(DynamoAttachments attachments, S3Objects objects) {
    this.attachments = attachments;
    this.objects = objects;
  }

  /** Removes those that nobody needs any more; what is still needed waits for the next night. */
  void sweep(Collection<AttachmentId> ids) {
    ids.forEach(this::sweep);
  }

  /** Removes it, if nobody needs it any more; says what was found. */
  DynamoAttachments.Need sweep(AttachmentId id) {
    DynamoAttachments.Need need = attachments.need(id);
    if (need == DynamoAttachments.Need.OVER) {
      objects.removeAttachment(id);
      attachments.forget(id);
    }
    return need;
  }
}
