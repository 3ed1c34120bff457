package se.insyn.notifications;

/**
 * How a provider answers.
 *
 * @param status 0 = the connection is closed without a word
 * @param isTaken whether it is sent all the same
 */
record Reply(int status, String code, String message, boolean isTaken) {

  static final Reply TAKEN = new Reply(200, "", "", true);
  static final Reply THROTTLED = refused("Throttling", "Maximum sending rate exceeded.");
  static final Reply OPTED_OUT = refused("OptedOut", "Phone number is opted out");
  static final Reply BROKEN = new Reply(500, "InternalFailure", "", false);
  static final Reply BROKEN_AFTERWARDS = new Reply(500, "InternalFailure", "", true);
  static final Reply SILENT = new Reply(0, "", "", true);

  static Reply refused(String code, String message) {
    return new Reply(400, code, message, false);
  }
}
