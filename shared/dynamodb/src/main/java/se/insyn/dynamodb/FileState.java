package se.insyn.dynamodb;

import se.insyn.domain.value.Code;

/** How far the file of a fact has come; only {@code ok} opens it. */
public enum FileState implements Code {
  MISSING("missing"),
  CHECKING("checking"),
  OK("ok"),
  REFUSED("refused");

  private final String code;

  FileState(String code) {
    this.code = code;
  }

  public static FileState of(String code) {
    for (FileState state : values()) {
      if (state.code.equals(code)) {
        return state;
      }
    }
    throw new Unreadable("fileState");
  }

  /** Whether nothing has been said yet: the bytes may still be handed over. */
  public boolean isWaiting() {
    return this == MISSING || this == CHECKING;
  }

  @Override
  public String code() {
    return code;
  }
}
