package se.insyn.local.hostile;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.insyn.local.Browser;
import se.insyn.local.Json;

/** What waits in an outbox, as the act of a citizen leaves it in the table {@code systems}. */
public final class OutboxEntries {
  /** Of the year 2025. */
  public static final String ID = "019aa0b1-c0de-7000-8000-000000000001";

  private static final String OUTBOX = "/caseworker/v1/outbox";

  private OutboxEntries() {}

  /** A message for Lifecare. */
  static Map<String, Object> item(String caseNumber, String messageId) {
    var data =
        Map.of(
            "caseNumber",
            caseNumber,
            "threadId",
            "T1",
            "messageId",
            messageId,
            "personId",
            "P1",
            "caseworkerIds",
            List.of("HL1"),
            "text",
            "Hej",
            "attachments",
            List.of());
    return Map.of(
        "source", text("/lifecare"),
        "item", text("OUT#" + ID),
        "type", text("message-sent"),
        "data", text(Json.text(data)));
  }

  /** Fetches what was attached to something that waits. */
  public static byte[] fetchAttached(Office office) {
    var attachment =
        events(office).stream()
            .map(event -> (Map<?, ?>) Objects.requireNonNull(event.get("data")))
            .flatMap(data -> data.get("attachments") instanceof List<?> all ? all.stream() : null)
            .map(each -> (Map<?, ?>) each)
            .findFirst()
            .orElseThrow();
    return Browser.fetch(URI.create(String.valueOf(attachment.get("url")))).body();
  }

  /** What a system is given. */
  public static List<Map<?, ?>> events(Office office) {
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
