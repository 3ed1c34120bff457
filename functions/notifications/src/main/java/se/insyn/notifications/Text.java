package se.insyn.notifications;

/** What is sent; an SMS has no subject. */
record Text(String subject, String body) {

  /** It may have a code in it. */
  @Override
  public String toString() {
    return "text of " + body.length() + " characters";
  }
}
