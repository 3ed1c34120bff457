package se.insyn.domain.accesslog;

import se.insyn.domain.value.Code;

/** What the access log tells of; a word of the audit trail that is not here stays out of it. */
public enum Act implements Code {
  LOGIN("login"),
  LOGOUT("logout"),
  OPENED("opened"),
  PUSHED("pushed"),
  EXPORT_ORDERED("export-ordered"),
  EXPORT_OPENED("export-opened");

  private final String code;

  Act(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
