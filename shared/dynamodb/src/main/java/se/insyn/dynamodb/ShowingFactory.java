package se.insyn.dynamodb;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.insyn.domain.cases.Retention;
import se.insyn.domain.cases.Showing;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.Kind;

/** What is shown, as the template says it; a word it does not know is a fault. */
@Factory
final class ShowingFactory {

  private static final String NONE = "none";

  @Singleton
  Retention retention(@Property(name = "retention.days") String days) {
    Retention retention = Retention.of(days);
    refuseUnknown(retention.kinds());
    return retention;
  }

  @Singleton
  Showing showing(
      Retention retention,
      @Property(name = "hidden.kinds") String hiddenKinds,
      @Property(name = "protection.feeds") String protectionFeeds,
      @Property(name = "sources.without.messages") String withoutMessages) {
    Set<String> hidden = Set.copyOf(listed(hiddenKinds));
    refuseUnknown(hidden);
    return new Showing(retention, hidden, sources(protectionFeeds), sources(withoutMessages));
  }

  private static Set<Source> sources(String setting) {
    return listed(setting).stream().map(Source::new).collect(Collectors.toSet());
  }

  private static List<String> listed(String setting) {
    return setting.equals(NONE) ? List.of() : List.of(setting.split(",", -1));
  }

  private static void refuseUnknown(Collection<String> kinds) {
    for (String kind : kinds) {
      if (Kind.of(kind).isEmpty()) {
        throw new IllegalArgumentException("no kind: " + kind);
      }
    }
  }
}
