package se.insyn.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.time.Clock;
import java.time.Instant;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.sessions.Session;
import se.insyn.domain.sessions.SessionLifetime;
import se.insyn.domain.sessions.Sessions;

/**
 * Lets nobody into {@code /api} without a session that counts and a viewer who sees something: who
 * became protected, logged out elsewhere or has no case left is 401 here, so no route can forget
 * it. Every call but {@code GET /api/session} extends the session.
 */
@ServerFilter("/api/**")
final class SessionFilter {

  private final Sessions sessions;
  private final Viewers viewers;
  private final OwnOrigin ownOrigin;
  private final Clock clock;

  SessionFilter(Sessions sessions, Viewers viewers, OwnOrigin ownOrigin, Clock clock) {
    this.sessions = sessions;
    this.viewers = viewers;
    this.ownOrigin = ownOrigin;
    this.clock = clock;
  }

  @RequestFilter
  void open(HttpRequest<?> request) {
    if (RouteAttributes.getRouteMatch(request).isEmpty()) {
      // No such route or method: the same answer with and without a session.
      return;
    }
    Call call = HttpEvent.call(request);
    if (call.cookies(SessionCookie.NAME).isEmpty()) {
      throw Problem.notLoggedIn("no-session");
    }
    SessionCookie cookie =
        SessionCookie.of(call).orElseThrow(() -> Problem.notLoggedIn("session-cookie-odd"));
    Session session =
        sessions.find(cookie.sessionId()).orElseThrow(() -> Problem.notLoggedIn("session-unknown"));
    Instant now = clock.instant();
    if (!SessionLifetime.isAlive(session, now)) {
      throw Problem.notLoggedIn("session-over");
    }
    Viewer viewer =
        viewers
            .viewer(session.citizen(), session.began(), session.previousLogin())
            .orElseThrow(() -> Problem.notLoggedIn("nothing-to-see"));
    if (call.isStateChanging()) {
      ownOrigin.require(call);
    }
    if (extendsSession(call) && SessionLifetime.isDueForTouch(session, now)) {
      sessions.touch(session, now);
    }
    request.setAttribute(Viewer.class.getName(), viewer);
    request.setAttribute(OpenSession.class.getName(), new OpenSession(session, cookie));
  }

  /** A page that asks every so often how long is left must not make it longer. */
  private static boolean extendsSession(Call call) {
    return call.isStateChanging() || !call.path().equals("/api/session");
  }
}
