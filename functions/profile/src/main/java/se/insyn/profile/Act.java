package se.insyn.profile;

import se.insyn.domain.value.Code;

/** What the access log tells of; a word of the audit trail that is not here stays out of it. */
enum Act implements Code {
  LOGIN("login"),
  LOGOUT("logout"),
  OPENED("opened"),
  PUSHED("pushed");

  private final String code;

  Act(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
