package se.insyn.notifications;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.Language;

/**
 * All that is ever sent: constants with the municipality's name, and the code where it is one.
 * Notice and reminder are the same.
 */
@Singleton
final class Texts {

  /** Longer than any code, so that what fits with it fits with any. */
  private static final String SOME_CODE = "00000000";

  private final Properties texts = new Properties();
  private final String municipality;
  private final String municipalityInSms;

  /**
   * Refuses a name with which an SMS would need two parts.
   *
   * @param municipality as citizens know it
   */
  Texts(@Property(name = "municipality.name") String municipality) {
    this.municipality = municipality;
    this.municipalityInSms = Gsm7.written(municipality);
    try (var file = Texts.class.getResourceAsStream("texts.properties")) {
      texts.load(
          new InputStreamReader(
              Objects.requireNonNull(file, "texts.properties"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Language language : Language.values()) {
      for (Purpose purpose : Purpose.values()) {
        String sms = of(purpose, Channel.SMS, language, SOME_CODE).body();
        if (!Gsm7.fits(sms)) {
          throw new IllegalArgumentException(
              "the municipality's name is too long for an SMS, or has letters of no SMS");
        }
      }
    }
  }

  /**
   * What to send.
   *
   * @param code nothing where there is none
   */
  Text of(Purpose purpose, Channel channel, Language language, String code) {
    String name = purpose.code() + "." + channel.code() + "." + language.code();
    boolean isSms = channel == Channel.SMS;
    String subject = isSms ? "" : filled("subject." + language.code(), municipality, "");
    return new Text(subject, filled(name, isSms ? municipalityInSms : municipality, code));
  }

  private String filled(String name, String municipality, String code) {
    return Objects.requireNonNull(texts.getProperty(name), name)
        .replace("{municipality}", municipality)
        .replace("{code}", code);
  }
}
