package se.insyn.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The front end as the edge serves it: its files, and {@code index.html} for every address that is
 * neither a file nor a function's, so that a link into the portal opens the page.
 */
public final class WebFiles {
  private static final Pattern FILE =
      Pattern.compile("/((?:assets/)?[A-Za-z0-9_-][A-Za-z0-9._-]*\\.[a-z0-9]+)");
  private static final Pattern FUNCTIONS =
      Pattern.compile("/(?:api|caseworker|login|logout|dev)(?:/.*)?");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8");
  private static final String NOT_BUILT =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>The front end is not built</title>
      <p>The front end is not built: install Node 20 with npm, and start bin/run again.</p>
      """;

  private static final Map<String, String> EDGE =
      Map.of(
          "strict-transport-security",
          "max-age=31536000; includeSubDomains",
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "no-referrer",
          "cross-origin-opener-policy",
          "same-origin",
          "cross-origin-resource-policy",
          "same-origin");

  private final Path folder;
  private final Supplier<String> filesOrigin;

  /**
   * Serves what was built there.
   *
   * @param folder of the built front end
   * @param filesOrigin where the bucket answers, to which a browser uploads
   */
  public WebFiles(Path folder, Supplier<String> filesOrigin) {
    this.folder = folder;
    this.filesOrigin = filesOrigin;
  }

  /** The file of the path, or the page; empty for what is a function's. */
  Optional<Answer> find(Call call) {
    var isRead = call.method().equals("GET") || call.method().equals("HEAD");
    if (!isRead || FUNCTIONS.matcher(call.path()).matches()) {
      return Optional.empty();
    }
    var name = FILE.matcher(call.path());
    if (name.matches() && Files.isRegularFile(folder.resolve(name.group(1)))) {
      return Optional.of(file(name.group(1)));
    }
    if (call.path().startsWith("/assets/")) {
      return Optional.of(answer(404, "txt", "no-cache", "Not found\n"));
    }
    return Optional.of(
        Files.isRegularFile(folder.resolve("index.html"))
            ? file("index.html")
            : answer(503, "html", "no-store", NOT_BUILT));
  }

  private Answer file(String name) {
    try {
      // What stands under assets has a name of its own for every content.
      var caching = name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
      var ending = name.substring(name.lastIndexOf('.') + 1);
      return answer(200, ending, caching, Files.readAllBytes(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer answer(int status, String ending, String caching, String text) {
    return answer(status, ending, caching, text.getBytes(StandardCharsets.UTF_8));
  }

  private Answer answer(int status, String ending, String caching, byte[] body) {
    var all = new LinkedHashMap<String, List<String>>();
    EDGE.forEach((header, value) -> all.put(header, List.of(value)));
    all.put("content-security-policy", List.of(policy()));
    all.put("content-type", List.of(TYPES.getOrDefault(ending, "application/octet-stream")));
    all.put("cache-control", List.of(caching));
    return new Answer(status, all, body);
  }

  private String policy() {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + " connect-src 'self' "
        + filesOrigin.get()
        + "; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }
}
