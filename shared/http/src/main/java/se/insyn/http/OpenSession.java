package se.insyn.http;

import se.insyn.domain.sessions.Session;

/** The session behind a call, together with the cookie that opens what is sealed in it. */
public record OpenSession(Session session, SessionCookie cookie) {

  /** The person's name, as the identity provider gave it at login. */
  public String name() {
    return Seal.NAME.open(cookie, session.sealedName());
  }

  /** The person's own number, 12 digits: for nobody's eyes but theirs. */
  public String personalNumber() {
    return Seal.NUMBER.open(cookie, session.sealedNumber());
  }
}
