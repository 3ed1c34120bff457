package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** Whether the office still waits for what it asked for. */
public enum RequestStatus implements Code {
  OPEN("open"),
  FULFILLED("fulfilled"),
  WITHDRAWN("withdrawn");

  private final String code;

  RequestStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
