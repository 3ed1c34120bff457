package se.insyn.domain.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Area;

/**
 * Which facts a list asks for; all filters are optional and hold together. {@code from} and {@code
 * to} are inclusive days; {@code limit} is 1 to 100.
 */
public record EventQuery(
    @Nullable Area area,
    @Nullable String caseId,
    @Nullable Kind kind,
    @Nullable EventId application,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    int limit,
    @Nullable String cursor) {

  /** The same question, to be answered from this place on. */
  public EventQuery after(@Nullable String place) {
    return new EventQuery(area, caseId, kind, application, from, to, limit, place);
  }
}
