package se.insyn.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;

/**
 * Refuses a query on a route that does not read one. Runs last, so that who may not come here at
 * all is told that first.
 */
@ServerFilter({"/api/**", "/caseworker/**"})
@Order(Ordered.LOWEST_PRECEDENCE)
final class QueryFilter {

  @RequestFilter
  void refuse(HttpRequest<?> request) {
    if (HttpEvent.call(request).query().isEmpty()) {
      return;
    }
    if (RouteAttributes.getRouteMatch(request).orElse(null)
            instanceof MethodBasedRouteMatch<?, ?> match
        && Arrays.stream(match.getArguments()).noneMatch(QueryFilter::reads)) {
      throw Problem.malformed("There is a query parameter that is not known here.");
    }
  }

  private static boolean reads(Argument<?> argument) {
    return argument.getType() == Query.class || argument.getType() == Call.class;
  }
}
