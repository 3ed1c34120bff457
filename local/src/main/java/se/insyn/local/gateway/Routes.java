package se.insyn.local.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.local.template.Route;

/**
 * Finds a request's route by API Gateway's rule: the most specific one, and {@code $default} last.
 */
public final class Routes {
  private final List<Route> routes;

  public Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
    var greedy = routes.stream().filter(route -> route.path().endsWith("+}")).findAny();
    if (greedy.isPresent()) {
      throw new IllegalArgumentException("routes are exact paths: " + greedy.get().key());
    }
  }

  /** The route of a request and what stands in its path's variables, still encoded. */
  Optional<Match> match(String method, String rawPath) {
    return find(method, rawPath).or(() -> find("ANY", rawPath)).or(this::findDefault);
  }

  private Optional<Match> find(String method, String rawPath) {
    return routes.stream()
        .filter(route -> route.method().equals(method) && !route.isDefault())
        .map(route -> match(route, rawPath))
        .filter(Objects::nonNull)
        .min((one, other) -> Integer.compare(one.variables().size(), other.variables().size()));
  }

  private Optional<Match> findDefault() {
    return routes.stream()
        .filter(Route::isDefault)
        .findFirst()
        .map(route -> new Match(route, Map.of()));
  }

  private static @Nullable Match match(Route route, String rawPath) {
    var wanted = route.path().split("/", -1);
    var given = rawPath.split("/", -1);
    if (wanted.length != given.length) {
      return null;
    }
    var variables = new LinkedHashMap<String, String>();
    for (int at = 0; at < wanted.length; at++) {
      if (wanted[at].startsWith("{") && !given[at].isEmpty()) {
        variables.put(wanted[at].substring(1, wanted[at].length() - 1), given[at]);
      } else if (!wanted[at].equals(given[at])) {
        return null;
      }
    }
    return new Match(route, variables);
  }

  record Match(Route route, Map<String, String> variables) {}
}
