package se.insyn.http;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.DefaultLambdaContextFactory;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;

/**
 * Keeps the context of an invocation out of the beans: the library would register one more with
 * every call and never let it go.
 */
@Singleton
@Replaces(DefaultLambdaContextFactory.class)
final class NoContextBeans implements LambdaContextFactory {

  @Override
  public void registerSingletons(Context context) {
    // Nobody asks for it.
  }
}
