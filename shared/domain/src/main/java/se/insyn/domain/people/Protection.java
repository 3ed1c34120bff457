package se.insyn.domain.people;

import se.insyn.domain.value.Code;

/**
 * Sekretessmarkering, skyddad folkbokföring: how strongly the population register protects a
 * person, weakest first. Whoever has any of it cannot use the service and their cases are shown to
 * nobody.
 */
public enum Protection implements Code {
  NONE("none"),
  CONFIDENTIALITY_MARKING("confidentiality-marking"),
  PROTECTED_REGISTRATION("protected-registration");

  private final String code;

  Protection(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  public boolean isStricterThan(Protection other) {
    return compareTo(other) > 0;
  }
}
