package se.insyn.domain.events;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Area;

/**
 * Which facts a list asks for; all filters are optional and hold together. {@code from} and {@code
 * to} are inclusive days; {@code limit} is 1 to 100. No index knows what is {@code matching}: it is
 * looked at after the read, and what does not match is passed over like what is for others.
 */
public record EventQuery(
    @Nullable Area area,
    @Nullable String caseId,
    @Nullable Kind kind,
    @Nullable EventId application,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    int limit,
    @Nullable String cursor,
    Predicate<Line> matching) {

  /** Whatever the line says. */
  public EventQuery(
      @Nullable Area area,
      @Nullable String caseId,
      @Nullable Kind kind,
      @Nullable EventId application,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int limit,
      @Nullable String cursor) {
    this(area, caseId, kind, application, from, to, limit, cursor, line -> true);
  }

  /** The same question, to be answered from this place on. */
  public EventQuery after(@Nullable String place) {
    return new EventQuery(area, caseId, kind, application, from, to, limit, place, matching);
  }

  /** The same question, for those facts alone whose line is like this. */
  public EventQuery matching(Predicate<Line> line) {
    return new EventQuery(
        area, caseId, kind, application, from, to, limit, cursor, matching.and(line));
  }
}
