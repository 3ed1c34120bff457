package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** Utfall: what a decision, or one row of it, came to. */
public enum Outcome implements Code {
  GRANTED("granted"),
  PARTLY_GRANTED("partly-granted"),
  REJECTED("rejected"),
  DISMISSED("dismissed"),
  DISCONTINUED("discontinued"),
  OTHER("other");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
