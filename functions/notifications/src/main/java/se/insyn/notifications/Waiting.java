package se.insyn.notifications;

import java.time.Instant;

/** Lets time pass. */
interface Waiting {

  void until(Instant then);
}
