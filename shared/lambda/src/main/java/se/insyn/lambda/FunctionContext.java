package se.insyn.lambda;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;

/** What holds for the beans of every function, however it is called. */
public final class FunctionContext {

  private FunctionContext() {}

  /** Of a function that is called by events. */
  public static ApplicationContextBuilder configured() {
    return configured(ApplicationContext.builder());
  }

  /** Guesses nothing from where it runs. */
  public static ApplicationContextBuilder configured(ApplicationContextBuilder builder) {
    return builder.banner(false).deduceEnvironment(false);
  }
}
