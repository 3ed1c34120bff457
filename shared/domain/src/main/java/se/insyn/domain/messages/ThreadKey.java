package se.insyn.domain.messages;

import java.util.Optional;
import java.util.regex.Pattern;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.value.Sha256;

/**
 * Tråd, as it stands in keys: 32 hexadecimal digits made of the case and the thread's name, because
 * whoever began it chose the name, and may have chosen the same one in two cases.
 */
public record ThreadKey(String value) {

  private static final int DIGITS = 32;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  /** A key as it stands in an address; empty when it cannot be one. */
  public static Optional<ThreadKey> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ThreadKey(text)) : Optional.empty();
  }

  public static ThreadKey of(CaseId caseId, String name) {
    return new ThreadKey(Sha256.hex(caseId.value() + '\0' + name).substring(0, DIGITS));
  }
}
