package se.insyn.notifications;

import java.time.Instant;

/** When something was taken in: both ends count. */
record Span(Instant from, Instant until) {

  boolean has(Instant at) {
    return !at.isBefore(from) && !at.isAfter(until);
  }
}
