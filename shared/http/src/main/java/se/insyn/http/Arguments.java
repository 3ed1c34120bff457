package se.insyn.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import se.insyn.domain.cases.Viewer;

/** What a controller's method may ask for in its signature. */
@Factory
final class Arguments {

  @Singleton
  TypedRequestArgumentBinder<Call> call() {
    return new Binder<>(Call.class, HttpEvent::call);
  }

  @Singleton
  TypedRequestArgumentBinder<Query> query() {
    return new Binder<>(Query.class, request -> HttpEvent.call(request).query());
  }

  @Singleton
  TypedRequestArgumentBinder<JsonBody> body() {
    return new Binder<>(JsonBody.class, request -> JsonBody.of(HttpEvent.call(request)));
  }

  @Singleton
  TypedRequestArgumentBinder<Viewer> viewer() {
    return new Binder<>(Viewer.class, request -> fromFilter(request, Viewer.class));
  }

  @Singleton
  TypedRequestArgumentBinder<OpenSession> session() {
    return new Binder<>(OpenSession.class, request -> fromFilter(request, OpenSession.class));
  }

  /** Only the session filter puts these there: a route outside its paths gets none. */
  private static <T> T fromFilter(HttpRequest<?> request, Class<T> type) {
    return request
        .getAttribute(type.getName(), type)
        .orElseThrow(() -> Problem.notLoggedIn("no-session"));
  }

  private record Binder<T>(Class<T> type, Function<HttpRequest<?>, T> reader)
      implements TypedRequestArgumentBinder<T> {

    @Override
    public Argument<T> argumentType() {
      return Argument.of(type);
    }

    @Override
    public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> request) {
      T value = reader.apply(request);
      return () -> Optional.of(value);
    }
  }
}
