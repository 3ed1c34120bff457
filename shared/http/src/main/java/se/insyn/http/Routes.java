package se.insyn.http;

import io.micronaut.context.ExecutionHandleLocator;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.AnnotatedMethodRouteBuilder;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.UriRoute;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The routes of the controllers, without those that the framework makes for HEAD of every GET: they
 * would write down that something was opened of which nothing was shown. HEAD is a wrong method
 * everywhere.
 */
@Singleton
@Replaces(AnnotatedMethodRouteBuilder.class)
@SuppressWarnings("overrides") // what it extends does not repeat that arguments may be several
final class Routes extends AnnotatedMethodRouteBuilder {

  Routes(
      ExecutionHandleLocator locator,
      RouteBuilder.UriNamingStrategy naming,
      ConversionService conversions) {
    super(locator, naming, conversions);
  }

  @Override
  public List<UriRoute> getUriRoutes() {
    return super.getUriRoutes().stream()
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
        .toList();
  }
}
