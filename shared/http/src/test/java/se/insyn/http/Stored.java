package se.insyn.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Membership;
import se.insyn.domain.cases.Retention;
import se.insyn.domain.cases.Role;
import se.insyn.domain.cases.Showing;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;
import se.insyn.domain.sessions.Session;
import se.insyn.domain.sessions.Sessions;
import se.insyn.domain.value.Unavailable;
import se.insyn.lambda.Clocks;

/** What is stored, in memory, with a clock that stands still until it is set. */
@Singleton
@Replaces(value = Clock.class, factory = Clocks.class)
@Requires(property = "twins")
final class Stored extends Clock implements Sessions, Viewers {

  static final Citizen CITIZEN = new Citizen("citizen-1");

  final Map<String, Session> sessions = new HashMap<>();
  final List<Instant> touched = new ArrayList<>();
  boolean visible = true;
  boolean unreadable;
  Instant now = Instant.parse("2026-11-20T10:00:00Z");

  /** A session that began a moment ago, and its cookie. */
  SessionCookie login() {
    SessionCookie cookie = SessionCookie.random();
    sessions.put(
        cookie.sessionId(),
        new Session(
            cookie.sessionId(),
            CITIZEN,
            now,
            now,
            now.plusSeconds(8 * 3600),
            null,
            Seal.NAME.close(cookie, "Elias Hertzberg"),
            Seal.NUMBER.close(cookie, "200007169915")));
    return cookie;
  }

  @Override
  public Optional<Session> find(String id) {
    if (unreadable) {
      throw new Unavailable("sessions");
    }
    return Optional.ofNullable(sessions.get(id));
  }

  @Override
  public void touch(Session session, Instant at) {
    touched.add(at);
  }

  @Override
  public Optional<Viewer> viewer(
      Citizen citizen, Instant sessionBegan, @Nullable Instant previousLogin) {
    if (!visible) {
      return Optional.empty();
    }
    var source = new Source("/lifecare");
    var number = new CaseNumber("IFO-2026-00123");
    var membership =
        new Membership(
            CaseId.of(source, number),
            number,
            source,
            Area.OTHER_ASSISTANCE,
            "P1",
            Role.APPLICANT,
            null,
            null,
            null,
            null,
            Map.of(citizen, 0L),
            Set.of());
    return Viewer.of(
        new Viewer.Person(citizen, Head.UNKNOWN, List.of(membership), Map.of()),
        Map.of(),
        Set.of(),
        LocalDate.of(2026, 11, 20),
        new Showing(Retention.of("case=730"), Set.of(), Set.of(), Set.of()),
        previousLogin);
  }

  @Override
  public Optional<Viewer> withoutSession(Citizen citizen) {
    return viewer(citizen, now, null);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return now;
  }
}
