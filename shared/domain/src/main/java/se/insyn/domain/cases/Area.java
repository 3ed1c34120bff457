package se.insyn.domain.cases;

import se.insyn.domain.value.Code;

/** Område: ekonomiskt bistånd (försörjningsstöd) or övrigt bistånd. */
public enum Area implements Code {
  FINANCIAL_ASSISTANCE("financial-assistance"),
  OTHER_ASSISTANCE("other-assistance");

  private final String code;

  Area(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
