package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** Whether a decision still applies. */
public enum DecisionStatus implements Code {
  IN_FORCE("in-force"),
  REPLACED("replaced"),
  REVOKED("revoked");

  private final String code;

  DecisionStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
