package se.insyn.notifications;

import se.insyn.domain.value.Code;

/** What something that is sent is for. */
enum Purpose implements Code {
  /** That there is something new, or that it still waits. */
  NOTICE("notice"),
  /** A code that shows that whoever gets it has the address. */
  CODE("code"),
  /** To an address that was given up: that it was. */
  NOTE("note");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
