package se.insyn.login;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.CitizenKeys;
import se.insyn.domain.sessions.Session;
import se.insyn.domain.sessions.SessionLifetime;
import se.insyn.domain.value.Sha256;
import se.insyn.http.Call;
import se.insyn.http.Problem;
import se.insyn.http.Seal;
import se.insyn.http.SessionCookie;
import se.insyn.lambda.RandomText;

/** A login from its beginning to a session, or to none. */
@Singleton
final class Logins {

  private final Provider provider;
  private final AuthorizationRequests requests;
  private final Answers answers;
  private final TokenEndpoint tokenEndpoint;
  private final IdTokens idTokens;
  private final PendingLogins pendingLogins;
  private final OpenSessions openSessions;
  private final CitizenKeys citizenKeys;
  private final Viewers viewers;
  private final Clock clock;

  Logins(
      Provider provider,
      AuthorizationRequests requests,
      Answers answers,
      TokenEndpoint tokenEndpoint,
      IdTokens idTokens,
      PendingLogins pendingLogins,
      OpenSessions openSessions,
      CitizenKeys citizenKeys,
      Viewers viewers,
      Clock clock) {
    this.provider = provider;
    this.requests = requests;
    this.answers = answers;
    this.tokenEndpoint = tokenEndpoint;
    this.idTokens = idTokens;
    this.pendingLogins = pendingLogins;
    this.openSessions = openSessions;
    this.citizenKeys = citizenKeys;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** Where to send the browser, and the cookie that it comes back with. */
  record Begun(URI address, String cookie) {}

  /** A session that was opened: its cookie, where to go on, and the login that has ended. */
  record Opened(SessionCookie cookie, ReturnTo returnTo, String pendingId) {}

  Begun begin(Call call) {
    return pageIfUnavailable(
        () -> {
          Provider.Known known = provider.known();
          String state = RandomText.make();
          String secret = RandomText.make();
          var login =
              new PendingLogin(
                  Sha256.hex(state),
                  Sha256.hex(secret),
                  RandomText.make(),
                  RandomText.make(),
                  ReturnTo.of(call.parameters("returnTo")).path(),
                  SessionCookie.of(call).map(SessionCookie::sessionId).orElse(null),
                  now());
          pendingLogins.begin(login);
          return new Begun(
              requests.of(known.metadata(), state, login.nonce(), login.verifier()),
              LoginCookie.set(login.id(), secret, login.began()));
        });
  }

  Opened complete(Call call) {
    return pageIfUnavailable(
        () -> {
          String id = Sha256.hex(answers.state(call));
          PendingLogin login = taken(call, id);
          try {
            return pageIfUnavailable(() -> opened(call, login));
          } catch (LoginRefused e) {
            throw e.endingLogin(id);
          }
        });
  }

  /** The login that this browser began, once. */
  private PendingLogin taken(Call call, String id) {
    String secret =
        LoginCookie.secret(call, id).orElseThrow(() -> startAgain("login-of-another-browser"));
    PendingLogin login = pendingLogins.take(id).orElseThrow(() -> startAgain("login-unknown"));
    boolean sameBrowser =
        MessageDigest.isEqual(
            Sha256.hex(secret).getBytes(StandardCharsets.US_ASCII),
            login.browser().getBytes(StandardCharsets.US_ASCII));
    if (!sameBrowser) {
      throw startAgain("login-of-another-browser");
    }
    if (!login.isAlive(now())) {
      throw startAgain("login-too-old");
    }
    return login;
  }

  private Opened opened(Call call, PendingLogin login) {
    Provider.Known known = provider.known();
    String code = answers.code(call, known.metadata());
    OIDCTokens tokens = tokenEndpoint.tokens(known.metadata(), code, login.verifier());
    Identity identity = idTokens.identity(known, tokens, login);
    Citizen citizen = citizenKeys.citizen(identity.number());
    Instant now = now();
    if (viewers.viewer(citizen, now, null).isEmpty()) {
      throw nothingToShow();
    }
    SessionCookie cookie = SessionCookie.random();
    var session =
        new Session(
            cookie.sessionId(),
            citizen,
            now,
            now,
            SessionLifetime.expires(now),
            openSessions.lastLogin(citizen),
            Seal.NAME.close(cookie, identity.name()),
            Seal.NUMBER.close(cookie, identity.number().digits()));
    if (!openSessions.open(session, login.session())) {
      throw nothingToShow();
    }
    return new Opened(cookie, ReturnTo.of(List.of(login.returnTo())), login.id());
  }

  /** As precise as the table keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static LoginRefused startAgain(String reason) {
    return LoginRefused.because(Ending.START_AGAIN, reason);
  }

  /** One reason for all: the log must not say who is protected. */
  private static LoginRefused nothingToShow() {
    return LoginRefused.quietly(Ending.NOTHING_TO_SHOW, "nothing-to-show");
  }

  /** A person at the door gets a page, not a problem document. */
  private static <T> T pageIfUnavailable(Supplier<T> step) {
    try {
      return step.get();
    } catch (LoginRefused e) {
      throw e;
    } catch (RuntimeException e) {
      if (Problem.from(e).status() == 503) {
        throw LoginRefused.alarm("unavailable", e);
      }
      throw e;
    }
  }
}
