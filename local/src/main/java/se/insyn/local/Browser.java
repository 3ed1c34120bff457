package se.insyn.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's browser as far as tests need one: it keeps the portal's cookies (also those that are
 * for https only, as browsers do on localhost) and follows nothing by itself.
 */
public final class Browser {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final URI portal;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public Browser(URI portal) {
    this.portal = portal;
  }

  /** Gets a page of the portal. */
  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** Posts JSON as the portal's own pages do. */
  public HttpResponse<String> post(String path, String json) {
    return change("POST", path, json);
  }

  /** Asks for a change by any method, as the portal's own pages do. */
  public HttpResponse<String> change(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-Insyn", "1")
            .header("Origin", portal.toString())
            .method(method, BodyPublishers.ofString(json)));
  }

  /** A request to the portal, to be made odd and sent with {@link #send}. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(portal.resolve(path));
  }

  /** Sends it with this browser's cookies and keeps those that come back. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookieLine());
    }
    var answer = exchange(request);
    answer.headers().allValues("set-cookie").forEach(this::keep);
    return answer;
  }

  /** Logs in and returns the page of the callback. */
  public HttpResponse<String> login(String personalNumber) {
    return login(personalNumber, Map.of());
  }

  /**
   * Logs in and returns the page of the callback.
   *
   * @param claims stand over those of the ID token; a null takes one away
   */
  public HttpResponse<String> login(String personalNumber, Map<String, ?> claims) {
    return get(callback(startLogin("/"), personalNumber, claims));
  }

  /** The identity provider's address to which a login sends the browser. */
  public URI startLogin(String returnTo) {
    var start = get("/login?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8));
    if (start.statusCode() != 303) {
      throw new IllegalStateException("login: " + start.statusCode() + " " + start.body());
    }
    return URI.create(start.headers().firstValue("location").orElseThrow());
  }

  /** The path of the callback with which the provider answers, not yet visited. */
  public String callback(URI authorize, String personalNumber, Map<String, ?> claims) {
    var form =
        "username="
            + personalNumber
            + "&claims="
            + URLEncoder.encode(Json.text(claims), StandardCharsets.UTF_8);
    return provider(authorize, form);
  }

  /** The path of the callback after the person has cancelled. */
  public String cancelled(URI authorize) {
    return provider(authorize, "cancel=true");
  }

  /** The value of a cookie. */
  public @Nullable String cookie(String name) {
    return cookies.get(name);
  }

  public Collection<String> cookieNames() {
    return cookies.keySet();
  }

  /** Sets a cookie by hand. */
  public void cookie(String name, String value) {
    cookies.put(name, value);
  }

  /** Whether the portal has let this browser in. */
  public boolean isLoggedIn() {
    return cookies.containsKey("__Host-insyn");
  }

  private String provider(URI authorize, String form) {
    var answer =
        exchange(
            HttpRequest.newBuilder(authorize)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    var back = answer.headers().firstValue("location");
    if (answer.statusCode() != 302 || back.isEmpty()) {
      throw new IllegalStateException("provider: " + answer.statusCode() + " " + answer.body());
    }
    var callback = URI.create(back.get());
    return callback.getRawPath() + "?" + callback.getRawQuery();
  }

  private String cookieLine() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private void keep(String setCookie) {
    var pair = setCookie.split(";", 2);
    var sign = pair[0].indexOf('=');
    var name = pair[0].substring(0, sign);
    var value = pair[0].substring(sign + 1);
    if (value.isEmpty() || setCookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, value);
    }
  }

  /** What lies at an address, fetched by somebody without cookies. */
  public static HttpResponse<byte[]> fetch(URI address) {
    try {
      return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
