package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** Where an intervention is in its life. */
public enum InterventionStatus implements Code {
  PLANNED("planned"),
  ONGOING("ongoing"),
  ENDED("ended"),
  CANCELLED("cancelled");

  private final String code;

  InterventionStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
