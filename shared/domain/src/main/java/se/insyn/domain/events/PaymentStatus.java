package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/** Where the money of a payment is. */
public enum PaymentStatus implements Code {
  PLANNED("planned"),
  PAID("paid"),
  STOPPED("stopped"),
  RETURNED("returned");

  private final String code;

  PaymentStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
