package se.insyn.domain.notices;

import se.insyn.domain.value.Code;

/** Kanal: a way to reach somebody who is not logged in. */
public enum Channel implements Code {
  SMS("sms", "phone"),
  EMAIL("email", "email");

  private final String code;
  private final String address;

  Channel(String code, String address) {
    this.code = code;
    this.address = address;
  }

  /** The member that says where it leads. */
  public String address() {
    return address;
  }

  @Override
  public String code() {
    return code;
  }
}
