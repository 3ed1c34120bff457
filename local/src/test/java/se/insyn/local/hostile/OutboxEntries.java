package se.insyn.local.hostile;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.value.Sha256;
import se.insyn.local.Browser;
import se.insyn.local.Json;

/** What waits in an outbox, as the act of a citizen leaves it in the table {@code systems}. */
public final class OutboxEntries {
  /** Of the year 2025. */
  public static final String ID = "019aa0b1-c0de-7000-8000-000000000001";

  private static final String OUTBOX = "/caseworker/v1/outbox";

  private OutboxEntries() {}

  /** A message for Lifecare with these bytes, which lie where the file of that fact does. */
  static Map<String, Object> item(String caseNumber, String folder, byte[] attached) {
    var attachment =
        Map.of(
            "id", "B1",
            "name", "Bilaga.pdf",
            "mediaType", "application/pdf",
            "size", attached.length,
            "sha256", Sha256.hex(attached));
    var data =
        Map.of(
            "caseNumber",
            caseNumber,
            "threadId",
            "T1",
            "messageId",
            folder,
            "personId",
            "P1",
            "caseworkerIds",
            List.of("HL1"),
            "text",
            "Hej",
            "attachments",
            List.of(attachment));
    var caseId = CaseId.of(new Source("/lifecare"), new CaseNumber(caseNumber));
    return Map.of(
        "source", text("/lifecare"),
        "item", text("OUT#" + ID),
        "type", text("message-sent"),
        "data", text(Json.text(data)),
        "case", text(caseId.value()),
        "folder", text(folder));
  }

  /** Leaves one with the bytes of a fact's file. */
  public static void leave(String caseNumber, String folder, byte[] content) {
    StoredItems.put("SYSTEMS_TABLE", List.of(item(caseNumber, folder, content)));
  }

  /** Fetches what was left and gives back what was attached to the first. */
  public static byte[] fetchAttached(Office office) {
    var data = (Map<?, ?>) Objects.requireNonNull(events(office).getFirst().get("data"));
    var attachments = (List<?>) Objects.requireNonNull(data.get("attachments"));
    var attachment = (Map<?, ?>) attachments.getFirst();
    return Browser.fetch(URI.create(String.valueOf(attachment.get("url")))).body();
  }

  /** What a system is given. */
  static List<Map<?, ?>> events(Office office) {
    var body = "{\"events\":" + office.get(OUTBOX).body() + "}";
    return Answers.list(Json.object(body), "events");
  }

  /** How an acknowledgement is answered. */
  public static int acknowledge(Office office, String id) {
    return office.send(office.request(OUTBOX + "/" + id).DELETE()).statusCode();
  }

  private static Map<String, Object> text(String value) {
    return Map.of("S", value);
  }
}
