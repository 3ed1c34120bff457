package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** What an expense belongs to: försörjningsstöd or livsföring i övrigt. */
public enum ExpenseGroup implements Code {
  LIVELIHOOD("livelihood"),
  OTHER_NEEDS("other-needs");

  private final String code;

  ExpenseGroup(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
