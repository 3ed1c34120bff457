package se.insyn.domain.cases;

import se.insyn.domain.value.Code;

/** Who is to take the next step. */
public enum Actor implements Code {
  CITIZEN("citizen"),
  OFFICE("office"),
  OTHER("other");

  private final String code;

  Actor(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
