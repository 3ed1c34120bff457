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
 * Refuses members in the body of a call that asks for a change where none is read. Runs last, so
 * that who may not come here at all is told that first.
 */
@ServerFilter("/api/**")
@Order(Ordered.LOWEST_PRECEDENCE)
final class BodyFilter {

  @RequestFilter
  void refuse(HttpRequest<?> request) {
    Call call = HttpEvent.call(request);
    if (call.isStateChanging()
        && RouteAttributes.getRouteMatch(request).orElse(null)
            instanceof MethodBasedRouteMatch<?, ?> match
        && Arrays.stream(match.getArguments()).noneMatch(BodyFilter::reads)) {
      call.refuseMembers();
    }
  }

  private static boolean reads(Argument<?> argument) {
    return argument.getType() == JsonBody.class || argument.getType() == Call.class;
  }
}
