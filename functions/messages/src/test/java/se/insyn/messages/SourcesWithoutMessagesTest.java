package se.insyn.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Portal;

/** The household's system takes no messages; the other one does. */
class SourcesWithoutMessagesTest {

  private final Mailbox box = new Mailbox("/lifecare");

  @AfterEach
  void close() {
    box.close();
  }

  @Test
  void nobodyWritesToItsCaseworkersAndNothingOfWhatWasMeantForSeveralGoesOut() {
    assertThat(box.applicant.post("/api/threads", box.newThread("m1")).status()).isEqualTo(422);
    assertThat(box.outbox("/lifecare")).isEmpty();
    assertThat(box.outbox("/other-system")).isEmpty();
    assertThat(box.rows(box.municipality.tables().messages())).isZero();
  }

  @Test
  void theOtherSystemsCaseworkersAreWrittenToAllTheSame() {
    String toOther =
        Json.write(
            Map.of(
                "id", "m1",
                "to", List.of(Map.of("caseId", box.own.value(), "caseworkerId", "K1")),
                "subject", "Hyran",
                "text", "Hej",
                "attachmentIds", List.of()));

    assertThat(box.applicant.post("/api/threads", toOther).status()).isEqualTo(201);
    assertThat(box.outbox("/other-system")).hasSize(1);
  }

  @Test
  void whatItsCaseworkersWriteIsReadAndNotAnswered() {
    box.gets("M1", Portal.NOW);
    String thread = "/api/threads/" + Mailbox.newest(box.applicant);

    assertThat(box.applicant.get(thread).status()).isEqualTo(200);
    assertThat(box.applicant.post(thread + "/messages", Mailbox.reply("m1", "Hej")).status())
        .isEqualTo(422);
    assertThat(box.outbox("/lifecare")).isEmpty();
  }

  @Test
  void whatItAsksForIsSentInAllTheSame() {
    box.municipality.take(box.household, Pushes.informationRequest());
    String request =
        "/api/cases/%s/events/%s/answer"
            .formatted(box.household.value(), Pushes.informationRequest().at("id"));

    assertThat(box.applicant.post(request, Mailbox.reply("a1", "Här")).status()).isEqualTo(201);
    assertThat(box.outbox("/lifecare")).hasSize(1);
  }
}
