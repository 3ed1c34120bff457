package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** How far an appeal has come. */
public enum AppealStatus implements Code {
  RECEIVED("received"),
  SENT_TO_COURT("sent-to-court"),
  DECIDED("decided"),
  WITHDRAWN("withdrawn");

  private final String code;

  AppealStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
