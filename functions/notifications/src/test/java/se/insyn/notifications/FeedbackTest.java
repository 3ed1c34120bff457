package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static se.insyn.domain.notices.Channel.EMAIL;
import static se.insyn.notifications.Noticeboard.ELIAS;
import static se.insyn.notifications.Noticeboard.MAIL;
import static se.insyn.notifications.Noticeboard.TOPIC;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.testing.Pushes;

/** What is heard of an e-mail after it went out. */
class FeedbackTest {

  private final Noticeboard board = new Noticeboard();
  private String attempt = "";

  @BeforeEach
  void anEmailHasGoneOut() {
    mailIs(MAIL);
    board.comes(Pushes.decision());
    board.tick();
    attempt = board.providers.sent().getFirst().attempt();
  }

  @AfterEach
  void close() {
    board.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Send, sending, CONFIRMED",
    "Delivery, delivered, CONFIRMED",
    "DeliveryDelay, sending, CONFIRMED",
    "Complaint, delivered, CLOSED",
    "Bounce:Permanent, permanent-failure, CLOSED",
    "Bounce:Transient, temporary-failure, CONFIRMED",
    "Bounce:Undetermined, temporary-failure, CONFIRMED",
    "Reject, technical-failure, CONFIRMED",
    "Rendering Failure, technical-failure, CONFIRMED",
    "Open, sending, CONFIRMED",
  })
  void whatIsToldOfAnEmailIsKeptAndAPermanentFaultClosesTheChannel(
      String type, String status, ChannelState state) {
    board.hears(TOPIC, event(type, attempt));

    assertThat(board.attempts()).containsExactly("notice by email " + status);
    assertThat(board.profile(ELIAS).contact(EMAIL)).isEqualTo(new Contact(MAIL, state, true));
  }

  @Test
  void theSampleOfAMailThatCameBackIsUnderstood() throws Exception {
    String sample = Files.readString(Path.of("../../events/feedback/mail-bounced.json"));

    board.call(sample.replace("{{topic}}", TOPIC).replace("{{attempt}}", attempt));

    assertThat(board.attempts()).containsExactly("notice by email permanent-failure");
    assertThat(board.profile(ELIAS).contact(EMAIL).state()).isEqualTo(ChannelState.CLOSED);
  }

  @Test
  void inWhateverOrderAndHoweverOftenItIsToldItEndsTheSame() {
    var told =
        new ArrayList<>(
            List.of(
                "Send",
                "Delivery",
                "DeliveryDelay",
                "Bounce:Transient",
                "Bounce:Permanent",
                "Send",
                "Delivery",
                "Complaint"));
    var ends = new HashSet<String>();
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(told, new Random(round));
      told.forEach(type -> board.hears(TOPIC, event(type, attempt)));
      ends.addAll(board.attempts());
    }

    assertThat(ends).containsExactly("notice by email permanent-failure");
  }

  @Test
  void anAddressThatHasBeenReplacedMeanwhileIsNotClosed() {
    mailIs("new@example.se");

    board.hears(TOPIC, event("Bounce:Permanent", attempt));

    assertThat(board.profile(ELIAS).contact(EMAIL).state()).isEqualTo(ChannelState.CONFIRMED);
    assertThat(board.attempts()).containsExactly("notice by email permanent-failure");
  }

  @Test
  void whatComesFromAnotherTopicChangesNothing() {
    board.hears(TOPIC + "2", event("Bounce:Permanent", attempt));

    nothingHasChanged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "",
        "ATTEMPT",
        "../../etc",
        "citizen-1"
      })
  void whatIsOfNobodysAttemptChangesNothing(String unknown) {
    board.hears(TOPIC, event("Bounce:Permanent", unknown));

    nothingHasChanged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Records\": []}",
        "{\"Records\": [1, null, {}, {\"Sns\": 1}]}",
        "{\"Records\": [{\"Sns\": {\"TopicArn\": \"" + TOPIC + "\", \"Message\": \"{\"}}]}",
        "{\"Records\": [{\"Sns\": {\"TopicArn\": \"" + TOPIC + "\", \"Message\": \"[]\"}}]}",
        "{\"Records\": [{\"Sns\": {\"TopicArn\": \"" + TOPIC + "\"}}]}",
        "{",
        "[]",
      })
  void whatIsNoEventOfOursChangesNothing(String event) {
    board.call(event);

    nothingHasChanged();
  }

  private void nothingHasChanged() {
    assertThat(board.attempts()).containsExactly("notice by email sending");
    assertThat(board.profile(ELIAS).contact(EMAIL).state()).isEqualTo(ChannelState.CONFIRMED);
  }

  private void mailIs(String address) {
    board.profile(
        ELIAS, Language.SWEDISH, Contact.NONE, new Contact(address, ChannelState.CONFIRMED, true));
  }

  /** As SES writes it; what kind of bounce stands behind the colon. */
  static Map<String, Object> event(String type, String attempt) {
    String[] parts = type.split(":", -1);
    return Map.of(
        "eventType",
        parts[0],
        "mail",
        Map.of(
            "messageId",
            "0100018",
            "destination",
            List.of(MAIL),
            "tags",
            Map.of("ses:configuration-set", List.of("events"), "attempt", List.of(attempt))),
        "bounce",
        Map.of("bounceType", parts.length > 1 ? parts[1] : "Undetermined"));
  }
}
