package se.insyn.domain.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Code;
import se.insyn.domain.value.Money;
import se.insyn.domain.value.Period;

/**
 * The members of a fact that somebody gets to see, named one by one: what is not put here is not
 * shown. Absent values leave no trace.
 */
public final class Shown {

  private final Map<String, Object> members = new LinkedHashMap<>();

  public Shown put(String name, @Nullable Object value) {
    Object plain = plain(value);
    if (plain != null) {
      members.put(name, plain);
    }
    return this;
  }

  /** A list, unless it is empty. */
  public Shown putSome(String name, Collection<?> values) {
    return put(name, values.isEmpty() ? null : values);
  }

  public Map<String, Object> members() {
    return members;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Money money -> money.ore();
      case Code code -> code.code();
      case EventId id -> id.value();
      case LocalDate date -> date.toString();
      case Instant instant -> instant.toString();
      case YearMonth month -> month.toString();
      case Period period -> new Shown().put("from", period.from()).put("to", period.to()).members();
      case Shown shown -> shown.members();
      case Collection<?> all -> list(all);
      default -> value;
    };
  }

  private static List<@Nullable Object> list(Collection<?> all) {
    return all.stream().<@Nullable Object>map(Shown::plain).toList();
  }
}
