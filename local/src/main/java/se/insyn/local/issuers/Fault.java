package se.insyn.local.issuers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;

/** Something that is wrong with an endpoint of an issuer. */
@FunctionalInterface
public interface Fault {

  /** What is answered instead of the true answer. */
  OAuth2HttpResponse answer(OAuth2HttpRequest request, Supplier<OAuth2HttpResponse> truth);

  /** An error page with that status. */
  static Fault status(int status) {
    return (request, truth) -> Responses.html(status, "<h1>Out of order</h1>");
  }

  /** A page where JSON is due. */
  static Fault html() {
    return status(200);
  }

  /** Five megabytes of valid JSON. */
  static Fault tooLarge() {
    return (request, truth) ->
        Responses.text(200, "application/json", "{\"x\":\"" + "x".repeat(5_000_000) + "\"}");
  }

  /** The true answer, too late. */
  static Fault slow(Duration delay) {
    return (request, truth) -> {
      var until = System.nanoTime() + delay.toNanos();
      while (System.nanoTime() < until) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
      return truth.get();
    };
  }

  /** Sends the caller elsewhere. */
  static Fault redirect(String location) {
    return (request, truth) -> Responses.redirect(location);
  }

  /** Any JSON. */
  static Fault json(int status, Object body) {
    return (request, truth) -> Responses.json(status, body);
  }
}
