package se.insyn.upkeep;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Stockholm;

/** What members and codes are called in Swedish, and how amounts and times are written there. */
final class Words {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Stockholm.ZONE);
  private static final Locale SWEDISH = Locale.of("sv", "SE");

  private final Properties words = new Properties();

  Words() {
    try (var file = Words.class.getResourceAsStream("words.properties")) {
      words.load(
          new InputStreamReader(
              Objects.requireNonNull(file, "words.properties"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a member; one that nobody has named keeps its own. */
  String of(String member) {
    return words.getProperty(member, member);
  }

  /** The word for a code that is the value of a member; null when it is no code that we know. */
  @Nullable String of(String member, String value) {
    return words.getProperty(member + "." + value);
  }

  /** The word for a code; one that nobody has named stands for itself. */
  String orSame(String member, String code) {
    String word = of(member, code);
    return word == null ? code : word;
  }

  /** A value as it is read: a code in its word, an instant on the clock of Sweden. */
  String text(String member, String value) {
    String word = of(member, value);
    if (word == null && member.endsWith("At")) {
      try {
        return time(Instant.parse(value));
      } catch (DateTimeParseException e) {
        return value;
      }
    }
    return word == null ? value : word;
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  /** {@code 1275000} is {@code 12 750,00 kr}. */
  static String kronor(long ore) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(SWEDISH))
            .format(BigDecimal.valueOf(ore, 2))
        + "\u00a0kr";
  }

  /**
   * How a decision is appealed, in whole sentences; {@code howToAppeal} says that it can be.
   *
   * @param howToAppeal as the portal shows it
   */
  String appeal(Map<?, ?> howToAppeal) {
    Object to = howToAppeal.get("appealTo") instanceof Map<?, ?> board ? board.get("name") : null;
    Object lastDay = howToAppeal.get("lastDay");
    return of("howToAppeal." + (lastDay == null ? "unknown" : "known"))
        .replace("{lastDay}", String.valueOf(lastDay))
        .replace("{receivedOn}", String.valueOf(howToAppeal.get("receivedOn")))
        .replace("{appealTo}", to == null ? of("howToAppeal.nobody") : String.valueOf(to));
  }
}
