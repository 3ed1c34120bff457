package se.insyn.domain.messages;

import se.insyn.domain.cases.CaseId;
import se.insyn.domain.value.Sha256;

/**
 * Tråd, as it stands in keys: 32 hexadecimal digits made of the case and the thread's name, because
 * whoever began it chose the name, and may have chosen the same one in two cases.
 */
public record ThreadKey(String value) {

  private static final int DIGITS = 32;

  public static ThreadKey of(CaseId caseId, String name) {
    return new ThreadKey(Sha256.hex(caseId.value() + '\0' + name).substring(0, DIGITS));
  }
}
