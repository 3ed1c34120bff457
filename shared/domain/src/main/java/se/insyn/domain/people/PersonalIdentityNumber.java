package se.insyn.domain.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personnummer or samordningsnummer in its canonical form of 12 digits (folkbokföringslagen
 * 1991:481, 18 §). One that exists has a day of birth that exists, a birth number other than 000
 * and a check digit that is right. A samordningsnummer has 60 added to the day; it never stands for
 * the personnummer of somebody born that day.
 */
public record PersonalIdentityNumber(String digits) {

  private static final Pattern CANONICAL = Pattern.compile("[0-9]{12}");

  /** {@code YYMMDDNNNC}, {@code YYMMDD-NNNC} and {@code YYMMDD+NNNC}. */
  private static final Pattern SHORT = Pattern.compile("([0-9]{6})([-+]?)([0-9]{4})");

  /** {@code YYYYMMDDNNNC} and {@code YYYYMMDD-NNNC}. */
  private static final Pattern LONG = Pattern.compile("([0-9]{8})-?([0-9]{4})");

  /** The register's oldest were born in the 1800s. */
  private static final int FIRST_YEAR = 1800;

  private static final int COORDINATION = 60;

  public PersonalIdentityNumber {
    if (!CANONICAL.matcher(digits).matches() || !exists(digits)) {
      throw new IllegalArgumentException("no personal identity number");
    }
  }

  /**
   * A number in any of the written forms. Without a century, {@code -} or nothing is somebody who
   * turns less than 100 this year, {@code +} somebody who turns 100 or more.
   *
   * @param today the day in Stockholm; who is born later has no number yet
   */
  public static Optional<PersonalIdentityNumber> parse(String written, LocalDate today) {
    Matcher withCentury = LONG.matcher(written);
    if (withCentury.matches()) {
      return ofTwelveDigits(withCentury.group(1) + withCentury.group(2), today);
    }
    Matcher without = SHORT.matcher(written);
    if (!without.matches()) {
      return Optional.empty();
    }
    int yearInCentury = Integer.parseInt(without.group(1).substring(0, 2));
    int age = Math.floorMod(today.getYear() - yearInCentury, 100);
    int year = today.getYear() - age - (without.group(2).equals("+") ? 100 : 0);
    return ofTwelveDigits(year / 100 + without.group(1) + without.group(3), today);
  }

  /** A number as machines write it: 12 digits and nothing else. */
  public static Optional<PersonalIdentityNumber> ofTwelveDigits(String digits, LocalDate today) {
    return CANONICAL.matcher(digits).matches() && exists(digits) && !birth(digits).isAfter(today)
        ? Optional.of(new PersonalIdentityNumber(digits))
        : Optional.empty();
  }

  /** Whether it is a samordningsnummer: for somebody who is not in the population register. */
  public boolean isCoordinationNumber() {
    return isCoordination(digits);
  }

  /** Never the number: this is what logs and messages would show. */
  @Override
  public String toString() {
    return WrittenNumbers.MASK;
  }

  /** Whether 12 digits are a number that could have been given, to whomever and whenever. */
  static boolean exists(String digits) {
    try {
      return birth(digits).getYear() >= FIRST_YEAR
          && !digits.startsWith("000", 8)
          && checkDigit(digits) == digit(digits, 11);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static LocalDate birth(String digits) {
    int day = Integer.parseInt(digits.substring(6, 8));
    return LocalDate.of(
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        isCoordination(digits) ? day - COORDINATION : day);
  }

  private static boolean isCoordination(String digits) {
    return Integer.parseInt(digits.substring(6, 8)) > COORDINATION;
  }

  /** Luhn over the nine digits behind the century. */
  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 2; i < 11; i++) {
      int weighted = digit(digits, i) * (i % 2 == 0 ? 2 : 1);
      sum += weighted / 10 + weighted % 10;
    }
    return (10 - sum % 10) % 10;
  }

  private static int digit(String digits, int at) {
    return digits.charAt(at) - '0';
  }
}
