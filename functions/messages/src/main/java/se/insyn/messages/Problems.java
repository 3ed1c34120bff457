package se.insyn.messages;

import java.time.Instant;
import se.insyn.domain.value.Stockholm;
import se.insyn.http.Problem;

/** What is refused here and nowhere else. */
final class Problems {

  private Problems() {}

  static Problem otherContent() {
    return Problem.of(
        409, "other-content", "This id stands for something else", "Choose another id.");
  }

  static Problem tooManyAttachments(Instant now) {
    return Problem.of(429, "too-many-attachments", "No more files today", null)
        .with("Retry-After", Long.toString(Stockholm.untilNextDay(now).toSeconds() + 1));
  }

  static Problem tooManyMessages(Instant now) {
    return Problem.of(429, "too-many-messages", "No more messages today", null)
        .with("Retry-After", Long.toString(Stockholm.untilNextDay(now).toSeconds() + 1));
  }
}
