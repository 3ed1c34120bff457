package se.insyn.messages;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Shown;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.messages.Unread;
import se.insyn.domain.value.Page;
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
    Asked asked = query.read(Asked::of);
    String after = asked.cursor() == null ? null : SealedCursor.open(session, asked.cursor());
    Page<SeenThread> page = threads.newestFirst(viewer, asked.limit(), after);
    Unread unread = threads.unread(viewer);
    String next = page.next() == null ? null : SealedCursor.close(session, page.next());
    List<Shown> items =
        page.items().stream().map(each -> each.shown(unread.in(each.key()))).toList();
    return Pages.answer(new Page<>(items, next));
  }

  @Post
  @Status(HttpStatus.CREATED)
  Map<String, Object> begin(Viewer viewer, JsonBody body) {
    NewThread thread = body.read(NewThread::from);
    List<String> ids =
        sent.begin(viewer, thread, body.hash()).stream().map(ThreadKey::value).toList();
    return new Shown().put("threadIds", ids).members();
  }

  private record Asked(int limit, @Nullable String cursor) {

    static Asked of(Query query) {
      return new Asked(query.limit(Pages.LATEST), query.text("cursor"));
    }
  }
}
