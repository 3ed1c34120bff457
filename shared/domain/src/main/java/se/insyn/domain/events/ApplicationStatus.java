package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** How far the office has come with an application. */
public enum ApplicationStatus implements Code {
  RECEIVED("received"),
  UNDER_INVESTIGATION("under-investigation"),
  WAITING_FOR_APPLICANT("waiting-for-applicant"),
  DECIDED("decided"),
  WITHDRAWN("withdrawn");

  private final String code;

  ApplicationStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
