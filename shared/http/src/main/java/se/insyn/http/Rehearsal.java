package se.insyn.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crac.Context;
import org.crac.Resource;
import se.insyn.domain.json.Json;

/**
 * What a function does before it is frozen, so that the first citizen after it does not wait for
 * it: it reads on every route that is closed, with the cookie of a session that cannot exist and
 * without a token. Nothing secret and nothing random comes of it, and nothing is changed: every one
 * of these calls is refused.
 */
final class Rehearsal implements Resource {

  private static final String NOBODY = "A".repeat(43);

  private final HttpFunction function;
  private final Router router;

  Rehearsal(HttpFunction function, Router router) {
    this.function = function;
    this.router = router;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    rehearse();
  }

  /** Reads on each route, one after the other; returns the answers as the API would get them. */
  List<String> rehearse() throws IOException {
    var answers = new ArrayList<String>();
    for (String path : paths()) {
      var answer = new ByteArrayOutputStream();
      function.handleRequest(new ByteArrayInputStream(event(path)), answer, null);
      answers.add(answer.toString(StandardCharsets.UTF_8));
    }
    return answers;
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was kept that grows old.
  }

  /**
   * The paths that can be read with a session or a token alone, with something in the place of each
   * variable. Those of a login are open to everybody: they would begin one.
   */
  List<String> paths() {
    return router
        .uriRoutes()
        .filter(route -> route.getHttpMethod() == HttpMethod.GET)
        .map(route -> route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", "0"))
        .filter(path -> path.startsWith("/api/") || path.startsWith("/caseworker/"))
        .distinct()
        .sorted()
        .toList();
  }

  private static byte[] event(String path) {
    return Json.write(
            Map.of(
                "httpMethod",
                "GET",
                "path",
                path,
                "resource",
                path,
                "headers",
                Map.of("cookie", SessionCookie.NAME + "=" + NOBODY)))
        .getBytes(StandardCharsets.UTF_8);
  }
}
