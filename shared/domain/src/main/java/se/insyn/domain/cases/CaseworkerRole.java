package se.insyn.domain.cases;

import se.insyn.domain.value.Code;

/** Ansvarig handläggare, medhandläggare or another one. */
public enum CaseworkerRole implements Code {
  RESPONSIBLE("responsible"),
  CO_CASEWORKER("co-caseworker"),
  OTHER("other");

  private final String code;

  CaseworkerRole(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
