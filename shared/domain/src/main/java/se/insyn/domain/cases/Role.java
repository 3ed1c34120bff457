package se.insyn.domain.cases;

import se.insyn.domain.value.Code;

/** Sökande, medsökande, vårdnadshavare, barn, annan: what a person is in a case. */
public enum Role implements Code {
  APPLICANT("applicant"),
  CO_APPLICANT("co-applicant"),
  GUARDIAN("guardian"),
  CHILD("child"),
  OTHER("other");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Whether someone in this role follows the case here; {@code child} and {@code other} never do.
   */
  public boolean canLogIn() {
    return this == APPLICANT || this == CO_APPLICANT || this == GUARDIAN;
  }
}
