package se.insyn.local.issuers;

import java.util.Map;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import se.insyn.local.Json;

/** The answers of the stand-in issuers. */
final class Responses {
  private Responses() {}

  static OAuth2HttpResponse json(int status, Object body) {
    return text(status, "application/json", Json.text(body));
  }

  static OAuth2HttpResponse error(int status, String code, String description) {
    return json(status, Map.of("error", code, "error_description", description));
  }

  static OAuth2HttpResponse html(int status, String body) {
    return text(status, "text/html; charset=utf-8", body);
  }

  static OAuth2HttpResponse text(int status, String type, String body) {
    var headers = Headers.of("Content-Type", type, "Cache-Control", "no-store");
    return new OAuth2HttpResponse(headers, status, body, null);
  }

  static OAuth2HttpResponse redirect(String location) {
    return new OAuth2HttpResponse(Headers.of("Location", location), 302, null, null);
  }
}
