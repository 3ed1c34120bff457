package se.insyn.local.issuers;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;

/** What tests break at the issuers, and how often each endpoint was asked. */
public final class Faults {
  private final Map<String, Fault> byPath = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private volatile Function<IdToken, String> idToken = IdToken::signed;

  /** Breaks an endpoint, named by its path, such as {@code /citizens/token}. */
  public void at(String path, Fault fault) {
    byPath.put(path, fault);
  }

  /** Has every ID token written by the test. */
  public void idToken(Function<IdToken, String> writer) {
    idToken = writer;
  }

  /** Mends everything and forgets the counts. */
  public void clear() {
    byPath.clear();
    counts.clear();
    idToken = IdToken::signed;
  }

  /** How often a path was asked since {@link #clear}. */
  public int requests(String path) {
    var count = counts.get(path);
    return count == null ? 0 : count.get();
  }

  OAuth2HttpResponse answer(
      String path, OAuth2HttpRequest request, Supplier<OAuth2HttpResponse> truth) {
    counts.computeIfAbsent(path, fresh -> new AtomicInteger()).incrementAndGet();
    var fault = byPath.get(path);
    return fault == null ? truth.get() : fault.answer(request, truth);
  }

  String written(IdToken token) {
    return idToken.apply(token);
  }
}
