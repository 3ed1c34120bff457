package se.insyn.notifications;

/** What a provider's answer, or its silence, means. */
enum Outcome {
  TAKEN,
  /** It was certainly not taken, and may be another time. */
  NOT_NOW,
  /** It was certainly not taken, and this address never will be. */
  NOT_THERE,
  /** It was certainly not taken, and something is wrong that no repetition mends. */
  WRONG,
  /** It may have been taken. */
  UNKNOWN
}
