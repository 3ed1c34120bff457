package se.insyn.domain.events;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/** How long texts may be, in characters, and the readings that several kinds share. */
final class Texts {

  /** A word or two: a method, a title of a person, a reference. */
  static final int WORD = 100;

  /** A line in a list. */
  static final int LINE = 200;

  /** A sentence in a list. */
  static final int LONG_LINE = 400;

  /** An e-mail address. */
  static final int EMAIL = 254;

  /** A paragraph. */
  static final int PARAGRAPH = 4_000;

  /** A whole text, such as a motivering or a journal note. */
  static final int WHOLE = 100_000;

  /** How many rows a decision or a calculation may have, of each sort. */
  static final int ROWS = 200;

  private Texts() {}

  /** A member that names another fact of the case. */
  static @Nullable EventId reference(Members data, String name) {
    String id = data.optionalId(name);
    return id == null ? null : new EventId(id);
  }

  /** An account of which only the last four digits are kept. */
  static @Nullable String lastFour(Members data, String name) {
    String account = data.optionalText(name, WORD);
    if (account == null || !data.isReadable(name)) {
      return null;
    }
    String digits = account.replaceAll("\\D", "");
    if (digits.length() < 4) {
      data.wrong(name, "must have at least four digits");
      return null;
    }
    String four = digits.substring(digits.length() - 4);
    data.replace(name, four);
    return four;
  }
}
