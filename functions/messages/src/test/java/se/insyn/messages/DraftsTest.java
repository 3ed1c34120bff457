package se.insyn.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Portal;

/** What somebody has begun to write. */
class DraftsTest {

  private final Mailbox mail = new Mailbox();

  @AfterEach
  void close() {
    mail.close();
  }

  @Test
  void aDraftOutlivesTheSessionAndIsNobodyElses() {
    String draft =
        Json.write(
            Map.of(
                "to", List.of(Map.of("caseId", mail.own.value(), "caseworkerId", "K1")),
                "subject", "Hyran",
                "text", "Hej\u202E <b>",
                "attachmentIds", List.of("A1"),
                "about", Map.of("caseId", mail.own.value(), "eventId", "BES-1", "row", "R1")));
    assertThat(put(mail.applicant, "D-1", draft).status()).isEqualTo(204);

    var again = mail.portal.login(Pushes.APPLICANT);
    var answer = again.get("/api/drafts/D-1");

    assertThat(answer.status()).isEqualTo(200);
    var shown = new HashMap<>(answer.json());
    assertThat(shown.remove("id")).isEqualTo("D-1");
    assertThat(shown.remove("updatedAt")).isEqualTo("2026-11-20T09:00:00Z");
    assertThat(shown).isEqualTo(Json.parse(draft));
    assertThat(again.get("/api/drafts").at("items/0")).isEqualTo(answer.json());
    assertThat(mail.coApplicant.get("/api/drafts").body()).isEqualTo("{\"items\":[]}");
    var anothers = mail.coApplicant.get("/api/drafts/D-1");
    var none = mail.coApplicant.get("/api/drafts/D-2");
    assertThat(anothers.status()).isEqualTo(404);
    assertThat(anothers.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    assertThat(mail.outbox("/lifecare")).isEmpty();
    assertThat(mail.outbox(Mailbox.OTHER)).isEmpty();
    assertThat(mail.rows(mail.municipality.tables().messages())).isZero();
  }

  @Test
  void theLastVersionIsKeptAndWhatIsForgottenIsGone() {
    put(mail.applicant, "D-1", "{\"text\":\"Hej\"}");
    put(mail.applicant, "D-1", "{}");
    put(mail.coApplicant, "D-1", "{\"text\":\"Hen\"}");
    assertThat(mail.applicant.get("/api/drafts").body())
        .isEqualTo("{\"items\":[{\"id\":\"D-1\",\"updatedAt\":\"2026-11-20T09:00:00Z\"}]}");
    for (int i = 0; i < 2; i++) {
      assertThat(mail.applicant.send("DELETE", "/api/drafts/D-1", "").status()).isEqualTo(204);
    }
    assertThat(mail.applicant.get("/api/drafts").body()).isEqualTo("{\"items\":[]}");
    assertThat(mail.coApplicant.get("/api/drafts/D-1").at("text")).isEqualTo("Hen");
  }

  @Test
  void whatIsThirtyDaysOldIsNotThereAlsoWhileItLies() {
    put(mail.applicant, "D-1", "{\"text\":\"Hej\"}");
    String table = mail.municipality.tables().citizens();
    var item = new HashMap<>(mail.municipality.items(table).getFirst());
    assertThat(Values.number(item, "ttl"))
        .isEqualTo(Portal.NOW.plusSeconds(30 * 86_400).getEpochSecond());
    item.put("updatedAt", Values.time(Portal.NOW.minusSeconds(30 * 86_400)));
    mail.municipality.put(table, item);
    assertThat(mail.applicant.get("/api/drafts/D-1").status()).isEqualTo(404);
    assertThat(mail.applicant.get("/api/drafts").body()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void fiftyAreEnough() {
    for (int i = 0; i < 50; i++) {
      assertThat(put(mail.applicant, "D-" + i, "{}").status()).isEqualTo(204);
    }
    assertThat(put(mail.applicant, "D-50", "{}").status()).isEqualTo(422);
    assertThat(put(mail.applicant, "D-49", "{\"text\":\"Hej\"}").status()).isEqualTo(204);
    assertThat(mail.applicant.get("/api/drafts").each("items", "id")).hasSize(50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":17} | /text",
        "{\"subject\":\"a\\nb\"} | /subject",
        "{\"threadId\":\"x\"} | /threadId",
        "{\"to\":[{\"caseId\":\"x\"}]} | /to/0/caseworkerId",
        "{\"attachmentIds\":[\"å\"]} | /attachmentIds/0",
        "{\"about\":{}} | /about/caseId",
        "{\"from\":\"P2\"} | ''",
        "[] | ''",
      })
  void whatIsNotAsAgreedIsRefusedByItsName(String draft, String pointer) {
    var answer = put(mail.applicant, "D-1", draft);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.each("errors", "pointer")).contains(pointer);
  }

  @Test
  void anIdThatIsNoneIsNotThere() {
    for (String id : List.of("å", "a b", "x".repeat(65))) {
      assertThat(put(mail.applicant, id, "{}").status()).isEqualTo(404);
    }
  }

  private static Portal.Answer put(Portal.Browser browser, String id, String draft) {
    return browser.send("PUT", "/api/drafts/" + id, draft);
  }
}
