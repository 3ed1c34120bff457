package se.insyn.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Portal;

/** What somebody sends in when the office has asked for it. */
class AnswerTest {

  private static final String TEXT =
      "{\"id\":\"a1\",\"text\":\"Här är det.\",\"attachmentIds\":[]}";

  private final Mailbox mail = new Mailbox();

  @BeforeEach
  void somethingIsAskedFor() {
    mail.municipality.take(mail.household, Pushes.informationRequest());
  }

  @AfterEach
  void close() {
    mail.close();
  }

  @Test
  void anAnswerLeavesByTheOutboxOnce() {
    for (int i = 0; i < 3; i++) {
      var answer = answer(mail.applicant, "KOMP-1", TEXT);
      assertThat(answer.status()).isEqualTo(201);
      assertThat(String.valueOf(answer.at("id"))).matches("citizen-[a-p]{40}");
    }
    assertThat(answer(mail.applicant, "KOMP-1", TEXT.replace("det", "allt")).status())
        .isEqualTo(409);
    assertThat(answer(mail.applicant, "KOMP-1", TEXT.replace("a1", "a2")).status()).isEqualTo(201);

    assertThat(mail.outbox("/lifecare"))
        .hasSize(2)
        .allSatisfy(
            act ->
                assertThat(act)
                    .isEqualTo(
                        Map.of(
                            "type", "information-submitted",
                            "caseNumber", "IFO-2026-00123",
                            "requestId", "KOMP-1",
                            "personId", "P1",
                            "text", "Här är det.",
                            "attachments", List.of())));
    assertThat(mail.acts())
        .containsExactly("information-submitted KOMP-1", "information-submitted KOMP-1");
  }

  @Test
  void onlyWhatIsAskedOfTheViewerCanBeAnswered() {
    mail.municipality.take(mail.household, Pushes.decision());
    var none = answer(mail.applicant, "NONE", TEXT);
    var anothers = answer(mail.coApplicant, "KOMP-1", TEXT);
    assertThat(none.status()).isEqualTo(404);
    assertThat(anothers.bodyOfAnyCall()).isEqualTo(none.bodyOfAnyCall());
    assertThat(answer(mail.applicant, "BES-1", TEXT).bodyOfAnyCall())
        .isEqualTo(none.bodyOfAnyCall());
    assertThat(mail.outbox("/lifecare")).isEmpty();
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsRefusedAndARepeatIsNot() {
    assertThat(answer(mail.applicant, "KOMP-1", TEXT).status()).isEqualTo(201);
    mail.municipality.take(
        mail.household, Pushes.informationRequest().with("status", "fulfilled").with("version", 2));
    assertThat(answer(mail.applicant, "KOMP-1", TEXT).status()).isEqualTo(201);
    assertThat(answer(mail.applicant, "KOMP-1", TEXT.replace("a1", "a2")).status()).isEqualTo(422);
    assertThat(mail.outbox("/lifecare")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"text\":\"Här är det.\", | '' | /text",
        "Här är det. | ' ' | /text",
        "\"attachmentIds\":[] | \"attachmentIds\":[\"x\"] | /attachmentIds/0",
        "\"a1\" | \"a1\",\"x\":1 | ''",
      })
  void whatIsNotAsAgreedIsRefusedByItsName(String what, String instead, String pointer) {
    var answer = answer(mail.applicant, "KOMP-1", TEXT.replace(what, instead));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.each("errors", "pointer")).contains(pointer);
    assertThat(mail.outbox("/lifecare")).isEmpty();
  }

  private Portal.Answer answer(Portal.Browser browser, String id, String body) {
    return browser.post("/api/cases/" + mail.household.value() + "/events/" + id + "/answer", body);
  }
}
