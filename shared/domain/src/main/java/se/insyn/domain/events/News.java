package se.insyn.domain.events;

import java.time.LocalDate;
import java.util.List;
import se.insyn.domain.json.Json;

/**
 * Nyhet: whether somebody is to be told of a fact (contract, "Notices"): of a kind and state that
 * deserve it, dated at most seven days back, and not what that person has seen before. What is
 * another's in a fact is never news to anybody else.
 */
public final class News {

  /** A first load of a history makes no notices. */
  private static final int OLDEST_DAYS = 7;

  private News() {}

  /** Whether a change of the fact is worth a notice to anybody. */
  public static boolean isWorthTelling(CaseEvent event, LocalDate today) {
    return event.deservesNotice() && !event.fact().date().isBefore(today.minusDays(OLDEST_DAYS));
  }

  /** Whether the fact now says something else to this reader than before. */
  public static boolean isChanged(CaseEvent before, Onlooker then, CaseEvent now, Onlooker reader) {
    return !shown(before, then).equals(shown(now, reader));
  }

  private static String shown(CaseEvent event, Onlooker reader) {
    return Json.write(
        event
            .shownTo(reader)
            .put("date", event.fact().date())
            .put("applicationId", event.fact().applicationId())
            .put("concernedPersons", List.copyOf(event.fact().concernedPersons()))
            .members());
  }
}
