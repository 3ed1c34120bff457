package se.insyn.messages;

/**
 * How many files somebody may hand over: a hundred a day in Sweden, which is ten messages with as
 * many as one may have. Each may be looked through for seconds and lie there for a month.
 */
final class DailyAttachments {

  static final long MOST = 100;

  private DailyAttachments() {}

  static boolean areTooMany(long before) {
    return before >= MOST;
  }
}
