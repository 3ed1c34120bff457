package se.insyn.domain.notices;

import se.insyn.domain.value.Code;

/** Språk: what the portal, and what it sends, is written in. */
public enum Language implements Code {
  SWEDISH("sv"),
  EASY_SWEDISH("sv-easy"),
  ENGLISH("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
