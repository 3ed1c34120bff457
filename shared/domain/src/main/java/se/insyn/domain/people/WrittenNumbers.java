package se.insyn.domain.people;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal numbers that stand in a text, in any of the written forms, so that they can be refused
 * or masked: the digits of any script, with or without a hyphen, a dash or a plus sign and blanks
 * before the last four. Digits are only taken for one when they are not part of a longer row of
 * digits, the day exists and the check digit is right: telephone and case numbers stay as they are.
 */
public final class WrittenNumbers {

  /** What stands in the place of a number. */
  public static final String MASK = "************";

  /** The lengths are fixed and the ends are edges of rows of digits, so nothing is tried twice. */
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<!\\p{Nd})(\\p{Nd}{8}|\\p{Nd}{6})[\\p{Z}\\p{Cf}]?[-+\\p{Pd}\\u2212]?[\\p{Z}\\p{Cf}]?(\\p{Nd}{4})(?!\\p{Nd})");

  private WrittenNumbers() {}

  /** Whether a personal number stands in the text. */
  public static boolean appearIn(CharSequence text) {
    Matcher candidate = CANDIDATE.matcher(text);
    while (candidate.find()) {
      if (isNumber(candidate.toMatchResult())) {
        return true;
      }
    }
    return false;
  }

  /** The text with a mask for each personal number. */
  public static String mask(CharSequence text) {
    return CANDIDATE
        .matcher(text)
        .replaceAll(found -> isNumber(found) ? MASK : Matcher.quoteReplacement(found.group()));
  }

  /** Without a century: every day that existed in another exists in the 2000s too. */
  private static boolean isNumber(MatchResult found) {
    var digits = new StringBuilder();
    (found.group(1) + found.group(2))
        .codePoints()
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return PersonalIdentityNumber.exists(digits.length() == 12 ? digits.toString() : "20" + digits);
  }
}
