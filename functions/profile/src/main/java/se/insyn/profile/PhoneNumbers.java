package se.insyn.profile;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Telefonnummer that can get an SMS: a mobile number of a country that the municipality pays for.
 * Whatever costs whoever sends to it more than a message, or is not known to be mobile, is none.
 */
@Singleton
final class PhoneNumbers {

  private static final String AT_HOME = "SE";
  private static final Pattern BLANKS = Pattern.compile("[\\u00A0\\u2009\\u202F]");
  private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2014\\u2212]");
  private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9(][0-9 ()/.-]{3,38}");
  private static final Set<PhoneNumberType> MOBILE =
      EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  private final PhoneNumberUtil plan = PhoneNumberUtil.getInstance();
  private final List<String> prefixes;

  PhoneNumbers(Settings settings) {
    this.prefixes = settings.prefixes();
  }

  /** The number as E.164, however it is written; empty when it is none that we send to. */
  Optional<String> normal(String written) {
    String plain = HYPHENS.matcher(BLANKS.matcher(written).replaceAll(" ")).replaceAll("-").strip();
    if (!WRITTEN.matcher(plain).matches()) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = plan.parse(plain, AT_HOME);
      String normal = plan.format(number, PhoneNumberFormat.E164);
      return plan.isValidNumber(number)
              && MOBILE.contains(plan.getNumberType(number))
              && prefixes.stream().anyMatch(normal::startsWith)
          ? Optional.of(normal)
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
