package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** Whether a calculation may still change. */
public enum CalculationStage implements Code {
  PRELIMINARY("preliminary"),
  FINAL("final");

  private final String code;

  CalculationStage(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
