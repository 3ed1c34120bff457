package se.insyn.domain.cases;

import se.insyn.domain.value.Sha256;

/**
 * A case in keys and addresses: 32 hexadecimal digits made of the source and the case number,
 * because two systems may use the same number.
 */
public record CaseId(String value) {

  private static final int DIGITS = 32;

  public static CaseId of(Source source, CaseNumber number) {
    return new CaseId(Sha256.hex(source.value() + '\0' + number.value()).substring(0, DIGITS));
  }
}
