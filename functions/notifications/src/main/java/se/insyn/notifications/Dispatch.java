package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.insyn.domain.notices.Channel;

/** Sends what has been claimed, and writes down what came of it. */
@Singleton
final class Dispatch {

  private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
  private final DynamoAttempts attempts;

  Dispatch(List<Carrier> carriers, DynamoAttempts attempts) {
    carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
    this.attempts = attempts;
  }

  /** Calls the provider, once. */
  void send(Attempt attempt, String address, Text text) {
    Carrier carrier = Objects.requireNonNull(carriers.get(attempt.channel()));
    Outcome outcome = carrier.send(attempt.id(), address, text);
    boolean isSms = attempt.channel() == Channel.SMS;
    switch (outcome) {
      case TAKEN -> {
        // Of an SMS nothing more is heard; of an e-mail more may have been heard by now.
        attempts.heard(attempt.id(), isSms ? AttemptStatus.SENT : AttemptStatus.SENDING, false);
      }
      case NOT_NOW -> attempts.putOff(attempt.id());
      case NOT_THERE -> attempts.heard(attempt.id(), AttemptStatus.PERMANENT_FAILURE, true);
      case WRONG -> attempts.heard(attempt.id(), AttemptStatus.TECHNICAL_FAILURE, false);
      case UNKNOWN -> {
        // Nobody sends an SMS twice; of an e-mail it is heard whether it was taken.
        if (isSms) {
          attempts.heard(attempt.id(), AttemptStatus.TECHNICAL_FAILURE, false);
        }
      }
    }
  }
}
