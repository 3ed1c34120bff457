package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** How one meets: besök, telefon, video, hembesök. */
public enum AppointmentForm implements Code {
  VISIT("visit"),
  PHONE("phone"),
  VIDEO("video"),
  HOME_VISIT("home-visit");

  private final String code;

  AppointmentForm(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
