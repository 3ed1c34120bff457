package se.insyn.dynamodb;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import se.insyn.domain.cases.Retention;
import se.insyn.domain.events.Kind;

/** How long closed cases are shown, as the template says it; a word it does not know is a fault. */
@Factory
final class RetentionFactory {

  @Singleton
  Retention retention(@Property(name = "retention.days") String days) {
    Retention retention = Retention.of(days);
    for (String kind : retention.kinds()) {
      if (Kind.of(kind).isEmpty()) {
        throw new IllegalArgumentException("no kind: " + kind);
      }
    }
    return retention;
  }
}
