package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.Map;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items {@code READ#<caseId>#<id>} of the table {@code citizens}: when a citizen first opened a
 * fact.
 */
public final class OpeningItems {

  static final String FIRST = "openedAt";

  private OpeningItems() {}

  static Map<String, AttributeValue> key(Citizen citizen, CaseId caseId, EventId id) {
    return CitizenItems.key(citizen, prefix(caseId) + id.value());
  }

  /** What those of a case begin with. */
  public static String prefix(CaseId caseId) {
    return "READ#" + caseId.value() + "#";
  }

  /** The fact that was opened. */
  public static EventId fact(CaseId caseId, Map<String, AttributeValue> item) {
    return new EventId(text(item, "item").substring(prefix(caseId).length()));
  }

  public static Instant firstOpened(Map<String, AttributeValue> item) {
    return Values.time(item, FIRST);
  }
}
