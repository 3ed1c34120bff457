package se.insyn.dynamodb;

import static java.util.Objects.requireNonNullElse;
import static se.insyn.dynamodb.Values.optionalText;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of the table {@code audit}: to whom or what, when, and what was done. What a row does not
 * say is empty, so an odd row is like none.
 */
record DynamoAuditRow(
    String subject, String key, String act, @Nullable String caseId, String what, String id) {

  static DynamoAuditRow of(Map<String, AttributeValue> item) {
    return new DynamoAuditRow(
        text(item, "subject"),
        AuditItems.key(item),
        text(item, "act"),
        optionalText(item, "case"),
        text(item, "what"),
        text(item, "id"));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return requireNonNullElse(optionalText(item, name), "");
  }

  Instant at() {
    return AuditItems.time(key);
  }

  boolean isOf(Citizen citizen) {
    return subject.equals(AuditItems.subject(citizen));
  }

  boolean isOf(VisibleCase viewed) {
    return subject.equals(AuditItems.subject(viewed.id()));
  }

  /** Whether the fact that it names is one of this case. */
  boolean isIn(VisibleCase viewed) {
    return isOf(viewed) || viewed.id().value().equals(caseId);
  }

  /** Whether it is an export that it names, no fact. */
  boolean isOfExport() {
    return what.equals("export");
  }

  /** The fact that it names. */
  Optional<EventId> fact() {
    return EventId.parse(id);
  }
}
