package se.insyn.messages;

/**
 * How many messages somebody may send: fifty a day in Sweden, one to caseworkers of two cases
 * counted as two. Each is work for somebody, and nobody has so much to say who does not mean harm.
 */
final class DailyMessages {

  static final long MOST = 50;

  private DailyMessages() {}

  static boolean areTooMany(long sent, long more) {
    return sent + more > MOST;
  }
}
