package se.insyn.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Crash;
import se.insyn.dynamodb.testing.Portal;

/**
 * A call that is killed before any of its calls to tables, and so after the one before, and comes
 * again as the page sends it: what is there is what one call would have left.
 */
class CrashTest {

  private final Mailbox box = new Mailbox();

  @AfterEach
  void close() {
    box.close();
  }

  @Test
  void aNewThreadOfTwoSystemsIsSentOnceToEach() {
    int sent = survives(201, id -> box.applicant.post("/api/threads", box.newThread(id)), id -> {});

    assertThat(different("/lifecare", "messageId")).isEqualTo(sent);
    assertThat(different("/other-system", "messageId")).isEqualTo(sent);
    // One row in the log of each case.
    assertThat(box.acts()).hasSize(2 * sent);
    // A thread and a message in each.
    assertThat(box.rows(box.municipality.tables().messages())).isEqualTo(4 * sent);
  }

  @Test
  void aReplyIsSentOnce() {
    box.gets("M1", Portal.NOW);
    String thread = "/api/threads/" + Mailbox.newest(box.applicant);
    int sent =
        survives(
            201,
            id -> box.applicant.post(thread + "/messages", Mailbox.reply(id, "Hej")),
            id -> {});

    assertThat(different("/lifecare", "messageId")).isEqualTo(sent);
    assertThat((List<?>) box.applicant.get(thread).at("messages")).hasSize(1 + sent);
  }

  @Test
  void thatAMessageWasReadIsToldOnce() {
    // Each is the newest when it comes.
    long[] minutes = {100};
    int read =
        survives(
            204,
            id -> box.applicant.post("/api/threads/" + Mailbox.newest(box.applicant) + "/read"),
            id ->
                box.gets(id.toUpperCase(Locale.ROOT), Portal.NOW.minusSeconds(--minutes[0] * 60)));

    assertThat(different("/lifecare", "messageId")).isEqualTo(read);
    assertThat(box.applicant.get("/api/threads").each("items", "unread")).containsOnly(0L);
  }

  @Test
  void anAnswerToARequestIsSentInOnce() {
    box.municipality.take(box.household, Pushes.informationRequest());
    String request =
        "/api/cases/%s/events/%s/answer"
            .formatted(box.household.value(), Pushes.informationRequest().at("id"));
    int sent = survives(201, id -> box.applicant.post(request, Mailbox.reply(id, "Här")), id -> {});

    assertThat(box.outbox("/lifecare")).hasSize(sent);
    assertThat(box.acts()).hasSize(sent);
  }

  @Test
  void aDraftIsKeptAndForgottenOnce() {
    String draft = "{\"subject\": \"Hyran\", \"text\": \"Hej\"}";
    int kept = survives(204, id -> box.applicant.send("PUT", "/api/drafts/" + id, draft), id -> {});
    assertThat(box.applicant.get("/api/drafts").each("items", "id")).hasSize(kept);

    int forgotten =
        survives(204, id -> box.applicant.send("DELETE", "/api/drafts/" + id, ""), id -> {});
    assertThat(box.applicant.get("/api/drafts").each("items", "id"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(forgotten, kept).mapToObj(left -> "m" + left).toList());
  }

  /**
   * Kills the first call with an id after none of its calls, that with the next after one, and so
   * on until one comes to its end; each is then sent again, twice.
   *
   * @return how many ids there were
   */
  private static int survives(
      int status,
      Function<String, Portal.Answer> call,
      java.util.function.Consumer<String> before) {
    int calls = 0;
    boolean isKilled = true;
    while (isKilled) {
      String id = "m" + calls;
      before.accept(id);
      isKilled = Crash.after(calls, () -> assertThat(call.apply(id)).isNotNull()) > calls;
      Portal.Answer again = call.apply(id);
      assertThat(again.status()).as("killed after %d calls", calls).isEqualTo(status);
      assertThat(call.apply(id).body()).isEqualTo(again.body());
      calls++;
    }
    assertThat(calls).isGreaterThan(3);
    return calls;
  }

  /** How many entries wait for a source, where none says the same as another. */
  private long different(String source, String member) {
    List<Map<String, @Nullable Object>> waiting = box.outbox(source);
    long different =
        waiting.stream().map(data -> Objects.requireNonNull(data.get(member))).distinct().count();
    assertThat(waiting).hasSize((int) different);
    return different;
  }
}
