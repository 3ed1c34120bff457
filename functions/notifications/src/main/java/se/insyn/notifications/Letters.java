package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.people.Citizen;
import se.insyn.lambda.RandomText;

/**
 * Codes and notes: to one address, at any hour, while they are of use. A code goes to nobody who
 * could not log in now; a note goes to whoever has the old address, which may be somebody else.
 */
@Singleton
final class Letters {

  private final DynamoLetters letters;
  private final DynamoClaims claims;
  private final Viewers viewers;
  private final Dispatch dispatch;
  private final Texts texts;
  private final Pace pace;
  private final Clock clock;

  Letters(
      DynamoLetters letters,
      DynamoClaims claims,
      Viewers viewers,
      Dispatch dispatch,
      Texts texts,
      Pace pace,
      Clock clock) {
    this.letters = letters;
    this.claims = claims;
    this.viewers = viewers;
    this.dispatch = dispatch;
    this.texts = texts;
    this.pace = pace;
    this.clock = clock;
  }

  void send(Citizen citizen, String name) {
    Optional<DynamoLetters.Letter> found = letters.read(citizen, name);
    if (found.isEmpty() || found.get().due().isAfter(clock.instant())) {
      return;
    }
    DynamoLetters.Letter letter = found.get();
    pace.keep();
    if (letter.until().isBefore(clock.instant()) || viewers.withoutSession(citizen).isEmpty()) {
      letters.drop(letter);
      return;
    }
    var attempt =
        new Attempt(
            RandomText.make(),
            citizen,
            letter.channel(),
            letter.purpose(),
            Attempt.hashed(letter.address()));
    if (claims.take(attempt, letter)) {
      dispatch.send(
          attempt,
          letter.address(),
          texts.of(letter.purpose(), letter.channel(), letter.language(), letter.code()));
    }
  }
}
