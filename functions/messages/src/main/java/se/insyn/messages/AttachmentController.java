package se.insyn.messages;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Files;
import se.insyn.domain.messages.AttachmentFiles;
import se.insyn.domain.messages.SeenAttachment;
import se.insyn.domain.messages.SeenMessage;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.Threads;
import se.insyn.http.Problem;

/**
 * What is attached to a message: the browser is sent on to where the bytes lie, for a minute. The
 * address needs no login, so whoever was given one is written down before it leaves.
 */
@Controller("/api/threads/{id}/messages/{messageId}/attachments/{attachmentId}")
final class AttachmentController {

  private final Threads threads;
  private final Files files;
  private final AttachmentFiles sent;
  private final DynamoReceipts receipts;

  AttachmentController(
      Threads threads, Files files, AttachmentFiles sent, DynamoReceipts receipts) {
    this.sent = sent;
    this.threads = threads;
    this.files = files;
    this.receipts = receipts;
  }

  @Get
  HttpResponse<?> file(Viewer viewer, String id, String messageId, String attachmentId) {
    SeenThread thread = threads.find(viewer, id).orElseThrow(Problem::notFound);
    SeenMessage message =
        EventId.parse(messageId)
            .flatMap(known -> threads.message(viewer, thread, known))
            .orElseThrow(Problem::notFound);
    SeenAttachment attachment =
        message
            .attachment(attachmentId)
            .filter(found -> found.state() == SeenAttachment.State.OK)
            .orElseThrow(Problem::notFound);
    URI address =
        message.from() == null
            ? sent.address(attachment)
            : files.address(
                thread.viewed(),
                message.id(),
                attachment.attachment().file(),
                attachment.attachment().name());
    receipts.openedAttachment(viewer, thread, message.id());
    return HttpResponse.seeOther(address);
  }
}
