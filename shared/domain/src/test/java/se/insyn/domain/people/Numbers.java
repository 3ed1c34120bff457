package se.insyn.domain.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;

/** Numbers made by the rule of the check digit, written apart from the code that checks it. */
final class Numbers {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private Numbers() {}

  /** Every valid number, samordningsnummer too, of people born from 1900 until today. */
  static Arbitrary<PersonalIdentityNumber> valid() {
    return Combinators.combine(
            Dates.dates().between(LocalDate.of(1900, 1, 1), TODAY),
            Arbitraries.integers().between(1, 999),
            Arbitraries.of(0, 60))
        .as(Numbers::digits)
        .map(PersonalIdentityNumber::new);
  }

  /** The number of who was born that day, as the register would make it. */
  static String digits(LocalDate born, int serial, int addedToDay) {
    String first =
        born.format(DateTimeFormatter.ofPattern("uuuuMM"))
            + "%02d%03d".formatted(born.getDayOfMonth() + addedToDay, serial);
    return first + lastOf(first.substring(2));
  }

  /** The digit that makes the sum of all ten a multiple of ten. */
  static int lastOf(String nine) {
    for (int last = 0; last < 10; last++) {
      int sum = last;
      for (int i = 0; i < 9; i++) {
        int digit = Character.digit(nine.charAt(i), 10);
        int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += i % 2 == 0 ? doubled : digit;
      }
      if (sum % 10 == 0) {
        return last;
      }
    }
    throw new IllegalStateException();
  }
}
