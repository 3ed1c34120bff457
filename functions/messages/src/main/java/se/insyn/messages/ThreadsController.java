package se.insyn.messages;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Shown;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.messages.Unread;
import se.insyn.domain.value.Page;
import se.insyn.http.AskedPage;
import se.insyn.http.JsonBody;
import se.insyn.http.OpenSession;
import se.insyn.http.Pages;
import se.insyn.http.Query;
import se.insyn.http.SealedCursor;

/** Trådar: the viewer's own, the one where something happened last first; and a new one. */
@Controller("/api/threads")
final class ThreadsController {

  private final Threads threads;
  private final DynamoSentMessages sent;

  ThreadsController(Threads threads, DynamoSentMessages sent) {
    this.threads = threads;
    this.sent = sent;
  }

  @Get
  Map<String, Object> list(Viewer viewer, OpenSession session, Query query) {
    AskedPage asked = AskedPage.of(query, session, Pages.LATEST);
    Page<SeenThread> page = threads.newestFirst(viewer, asked.limit(), asked.after());
    Unread unread = threads.unread(viewer);
    return Pages.answer(
        SealedCursor.close(session, page).map(each -> each.shown(unread.in(each.key()))));
  }

  @Post
  @Status(HttpStatus.CREATED)
  Map<String, Object> begin(Viewer viewer, JsonBody body) {
    NewThread thread = body.read(NewThread::from);
    List<String> ids =
        sent.begin(viewer, thread, body.hash()).stream().map(ThreadKey::value).toList();
    return new Shown().put("threadIds", ids).members();
  }
}
