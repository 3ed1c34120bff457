package se.insyn.domain.people;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal numbers that stand in a text, in any of the written forms, so that they can be refused
 * or masked. Digits are only taken for one when they are not part of a longer row of digits, the
 * day exists and the check digit is right: telephone and case numbers stay as they are.
 */
public final class WrittenNumbers {

  /** What stands in the place of a number. */
  public static final String MASK = "************";

  /** The lengths are fixed and the ends are edges of rows of digits, so nothing is tried twice. */
  private static final Pattern CANDIDATE =
      Pattern.compile("(?<![0-9])([0-9]{8}|[0-9]{6})[-+]?([0-9]{4})(?![0-9])");

  private WrittenNumbers() {}

  /** Whether a personal number stands in the text. */
  public static boolean appearIn(CharSequence text) {
    Matcher candidate = CANDIDATE.matcher(text);
    while (candidate.find()) {
      if (isNumber(candidate.group(1) + candidate.group(2))) {
        return true;
      }
    }
    return false;
  }

  /** The text with a mask for each personal number. */
  public static String mask(CharSequence text) {
    return CANDIDATE
        .matcher(text)
        .replaceAll(
            found ->
                isNumber(found.group(1) + found.group(2))
                    ? MASK
                    : Matcher.quoteReplacement(found.group()));
  }

  /** Without a century: every day that existed in another exists in the 2000s too. */
  private static boolean isNumber(String digits) {
    return PersonalIdentityNumber.exists(digits.length() == 12 ? digits : "20" + digits);
  }
}
