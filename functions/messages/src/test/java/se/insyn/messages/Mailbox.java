package se.insyn.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A household of two adults in Lifecare, the applicant's own case in another system, and mail. */
final class Mailbox implements AutoCloseable {

  static final Instant MORNING = Instant.parse("2026-11-19T07:00:00Z");
  static final String OTHER = "/other-system";

  final Municipality municipality = new Municipality();
  final CaseId household = municipality.takeCase(Pushes.household());
  final CaseId own =
      municipality.takeCase(
          new Source(OTHER),
          Pushes.ofCase()
              .with("caseNumber", "EB-2")
              .with("persons/0/id", "X1")
              .with("caseworkers/0/id", "K1")
              .with("caseworkers/0/name", "Kim Ek"),
          Municipality.TAKEN_IN);
  final Portal portal;
  final Portal.Browser applicant;
  final Portal.Browser coApplicant;

  Mailbox() {
    this("none");
  }

  /** With sources that take no messages. */
  Mailbox(String sourcesWithoutMessages) {
    portal =
        new Portal(
            municipality,
            Map.of(
                "files.bucket", "the-bucket", "sources.without.messages", sourcesWithoutMessages));
    applicant = portal.login(Pushes.APPLICANT);
    coApplicant = portal.login(Pushes.CO_APPLICANT);
  }

  @Override
  public void close() {
    portal.close();
  }

  /** A caseworker's message to the applicant, in a thread of its own. */
  void gets(String id, Instant at) {
    municipality.takeMessage(household, message(id), at);
  }

  void gets(Push message, Instant at) {
    municipality.takeMessage(household, message, at);
  }

  static Push message(String id) {
    return Pushes.message().with("id", id).with("text", "Text of " + id);
  }

  /** The id of the newest thread of a browser. */
  static String newest(Portal.Browser browser) {
    return String.valueOf(browser.get("/api/threads").at("items/0/id"));
  }

  /** A new message of the applicant's to caseworkers of both systems. */
  String newThread(String id) {
    return Json.write(
        Map.of(
            "id",
            id,
            "to",
            List.of(
                Map.of("caseId", household.value(), "caseworkerId", "HL3"),
                Map.of("caseId", own.value(), "caseworkerId", "K1")),
            "subject",
            "Hyran",
            "text",
            "Hej <b>du</b>\u202E\u0007",
            "attachmentIds",
            List.of()));
  }

  static String reply(String id, String text) {
    return Json.write(Map.of("id", id, "text", text, "attachmentIds", List.of()));
  }

  /** What waits for a source, oldest first. */
  List<Map<String, @Nullable Object>> outbox(String source) {
    return municipality.items(municipality.tables().systems()).stream()
        .filter(item -> source.equals(text(item, "source")))
        .filter(item -> text(item, "item").startsWith("OUT#"))
        .sorted((one, other) -> text(one, "item").compareTo(text(other, "item")))
        .map(item -> withType(text(item, "type"), Json.parseObject(text(item, "data"))))
        .toList();
  }

  private static Map<String, @Nullable Object> withType(
      String type, Map<String, @Nullable Object> data) {
    data.put("type", type);
    return data;
  }

  /** The acts that the audit trail has, without when they were. */
  List<String> acts() {
    return municipality.items(municipality.tables().audit()).stream()
        .map(item -> text(item, "act") + " " + text(item, "id"))
        .sorted()
        .toList();
  }

  int rows(String table) {
    return municipality.items(table).size();
  }

  static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? "" : Objects.requireNonNullElse(value.s(), "");
  }
}
