package se.insyn.domain.notices;

import se.insyn.domain.value.Code;

/** Kanal: a way to reach somebody who is not logged in. */
public enum Channel implements Code {
  SMS("sms"),
  EMAIL("email");

  private final String code;

  Channel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
