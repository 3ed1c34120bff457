package se.insyn.login;

/** How a login can end without a session: each is one page with fixed words. */
enum Ending {
  /** The person stopped it, or it did not work with the e-ID. */
  CANCELLED(200),
  /** There is nothing to show to this person, whatever the reason: always the same page. */
  NOTHING_TO_SHOW(200),
  /** It did not come back as it began. */
  START_AGAIN(400),
  /** The e-ID is not strong enough. */
  STRONGER(403),
  /** Something that is needed does not answer, or is set up wrongly. */
  NOT_NOW(503);

  private final int status;

  Ending(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
