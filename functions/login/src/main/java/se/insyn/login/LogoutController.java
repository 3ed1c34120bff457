package se.insyn.login;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.Clock;
import java.time.Instant;
import se.insyn.domain.sessions.SessionLifetime;
import se.insyn.domain.sessions.Sessions;
import se.insyn.http.Call;
import se.insyn.http.OwnOrigin;
import se.insyn.http.SessionCookie;

/** Logga ut: ends all the person's sessions; the same answer when there is none. */
@Controller("/logout")
final class LogoutController {

  private final Sessions sessions;
  private final OpenSessions openSessions;
  private final OwnOrigin ownOrigin;
  private final Clock clock;

  LogoutController(Sessions sessions, OpenSessions openSessions, OwnOrigin ownOrigin, Clock clock) {
    this.sessions = sessions;
    this.openSessions = openSessions;
    this.ownOrigin = ownOrigin;
    this.clock = clock;
  }

  @Post
  HttpResponse<?> logout(Call call) {
    ownOrigin.require(call);
    call.refuseMembers();
    Instant now = clock.instant();
    SessionCookie.of(call)
        .flatMap(cookie -> sessions.find(cookie.sessionId()))
        .filter(session -> SessionLifetime.isAlive(session, now))
        .ifPresent(session -> openSessions.endAll(session, now));
    return HttpResponse.noContent()
        .header("Set-Cookie", SessionCookie.expire())
        .header("Clear-Site-Data", "\"cache\", \"storage\"");
  }
}
