package se.insyn.login;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import java.time.temporal.ChronoUnit;
import se.insyn.domain.sessions.SessionLifetime;
import se.insyn.http.OpenSession;

/** The session behind the page: whose it is and how long it lasts. */
@Controller("/api/session")
final class SessionController {

  /** Instants in UTC, to the second. */
  @Serdeable
  record SessionView(String name, String idleExpiresAt, String expiresAt, String language) {}

  private final Languages languages;

  SessionController(Languages languages) {
    this.languages = languages;
  }

  @Get
  SessionView show(OpenSession open) {
    var session = open.session();
    return new SessionView(
        open.name(),
        SessionLifetime.idleExpires(session).truncatedTo(ChronoUnit.SECONDS).toString(),
        session.until().truncatedTo(ChronoUnit.SECONDS).toString(),
        languages.of(session.citizen()).code());
  }

  /** The filter has extended it by the time this is called. */
  @Post
  @Status(HttpStatus.NO_CONTENT)
  void extend(OpenSession open) {}
}
