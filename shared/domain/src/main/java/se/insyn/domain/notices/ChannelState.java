package se.insyn.domain.notices;

import se.insyn.domain.value.Code;

/** How far a channel has come; only one that is confirmed is ever used for a notice. */
public enum ChannelState implements Code {
  /** No number or address is known. */
  NONE("none"),
  /** The citizen has not yet given back the code that went there. */
  UNCONFIRMED("unconfirmed"),
  CONFIRMED("confirmed"),
  /** Nothing gets through there, or whoever has it does not want it. */
  CLOSED("closed");

  private final String code;

  ChannelState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
