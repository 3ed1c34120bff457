package se.insyn.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The static files of the front end, with the headers that the edge gives them. */
final class WebFiles {
  private static final Pattern NAME = Pattern.compile("/([a-z0-9-]+\\.(html|css|js))");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8");
  private static final Map<String, String> EDGE =
      Map.of(
          "content-security-policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "no-referrer",
          "cross-origin-opener-policy",
          "same-origin",
          "cross-origin-resource-policy",
          "same-origin",
          "cache-control",
          "no-cache");

  private WebFiles() {}

  /** The file of the path, if there is one. */
  static Optional<Answer> find(Call call) {
    if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
      return Optional.empty();
    }
    var name = NAME.matcher(call.path().equals("/") ? "/index.html" : call.path());
    if (!name.matches()) {
      return Optional.empty();
    }
    try (var file = WebFiles.class.getResourceAsStream("/web/" + name.group(1))) {
      if (file == null) {
        return Optional.empty();
      }
      var headers = new LinkedHashMap<String, List<String>>();
      EDGE.forEach((header, value) -> headers.put(header, List.of(value)));
      headers.put("content-type", List.of(TYPES.getOrDefault(name.group(2), "text/plain")));
      return Optional.of(new Answer(200, headers, file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
