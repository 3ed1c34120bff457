package se.insyn.domain.cases;

import se.insyn.domain.value.Code;

/** Whether the office still works on the case. */
public enum CaseStatus implements Code {
  OPEN("open"),
  CLOSED("closed");

  private final String code;

  CaseStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
