package se.insyn.messages;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Shown;
import se.insyn.domain.messages.SeenMessage;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.value.Page;
import se.insyn.http.AskedPage;
import se.insyn.http.JsonBody;
import se.insyn.http.OpenSession;
import se.insyn.http.Problem;
import se.insyn.http.Query;
import se.insyn.http.SealedCursor;

/**
 * Tråd: its newest messages, oldest first, and what lies before them page by page; what is written
 * in it; and that it was read.
 */
@Controller("/api/threads/{id}")
final class ThreadController {

  private static final int LATEST = 50;

  private final Threads threads;
  private final DynamoSentMessages sent;
  private final DynamoReceipts receipts;

  ThreadController(Threads threads, DynamoSentMessages sent, DynamoReceipts receipts) {
    this.threads = threads;
    this.sent = sent;
    this.receipts = receipts;
  }

  @Get
  Map<String, Object> one(Viewer viewer, OpenSession session, Query query, String id) {
    AskedPage asked = AskedPage.of(query, session, LATEST);
    SeenThread thread = thread(viewer, id);
    Page<SeenMessage> page =
        SealedCursor.close(session, threads.newest(viewer, thread, asked.limit(), asked.after()));
    List<Shown> messages =
        page.items().reversed().stream()
            .map(each -> each.shown(thread.viewed(), session.name()))
            .toList();
    return thread
        .shown(threads.unread(viewer, thread))
        .put("messages", messages)
        .put("next", page.next())
        .members();
  }

  @Post("/messages")
  @Status(HttpStatus.CREATED)
  Map<String, Object> reply(Viewer viewer, JsonBody body, String id) {
    SeenThread thread = thread(viewer, id);
    EventId message = sent.reply(viewer, thread, body.read(Reply::from), body.hash());
    return new Shown().put("id", message).members();
  }

  @Post("/read")
  @Status(HttpStatus.NO_CONTENT)
  void read(Viewer viewer, String id) {
    receipts.read(viewer, thread(viewer, id));
  }

  private SeenThread thread(Viewer viewer, String id) {
    return threads.find(viewer, id).orElseThrow(Problem::notFound);
  }
}
