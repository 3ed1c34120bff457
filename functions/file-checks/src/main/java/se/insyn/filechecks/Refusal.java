package se.insyn.filechecks;

import se.insyn.domain.value.Code;

/** Avslag: why a file is not taken. The source reads it back, and pushes another file. */
enum Refusal implements Code {
  MALWARE("malware"),
  /** The scanner could not look into it: locked with a password, or too deeply packed. */
  CANNOT_BE_SCANNED("cannot-be-scanned"),
  WRONG_LENGTH("wrong-length"),
  WRONG_CHECKSUM("wrong-checksum"),
  /** Something else than it says, or something else as well. */
  WRONG_TYPE("wrong-type"),
  ENCRYPTED("encrypted"),
  /** It would run, start, fetch or carry something. */
  ACTIVE("active"),
  BROKEN("broken");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
