package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** What an appeal led to. */
public enum AppealResult implements Code {
  CHANGED("changed"),
  PARTLY_CHANGED("partly-changed"),
  UPHELD("upheld"),
  DISMISSED("dismissed");

  private final String code;

  AppealResult(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
