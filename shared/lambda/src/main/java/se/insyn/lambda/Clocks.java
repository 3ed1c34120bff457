package se.insyn.lambda;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock of a function. */
@Factory
public final class Clocks {

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
