package se.insyn.domain.accesslog;

import se.insyn.domain.value.Code;

/** What the access log tells of; a word of the audit trail that is not here stays out of it. */
public enum Act implements Code {
  LOGIN("login"),
  LOGOUT("logout"),
  OPENED("opened"),
  PUSHED("pushed"),
  EXPORT_ORDERED("export-ordered"),
  EXPORT_OPENED("export-opened"),
  PROFILE_CHANGED("profile-changed"),
  PHONE_CHANGED("phone-changed"),
  EMAIL_CHANGED("email-changed"),
  PHONE_CONFIRMED("phone-confirmed"),
  EMAIL_CONFIRMED("email-confirmed");

  private final String code;

  Act(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
