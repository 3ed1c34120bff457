package se.insyn.caseworkerapi;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import se.insyn.http.Call;

/** Gives a controller the {@link Caller} it asks for, or refuses with 401. */
@Singleton
final class CallerArgument implements TypedRequestArgumentBinder<Caller> {

  private final AccessTokens tokens;

  CallerArgument(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
    Caller caller = tokens.caller(Call.of(request));
    return () -> Optional.of(caller);
  }
}
