package se.insyn.upkeep;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What members and codes are called in Swedish. */
final class Words {

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
}
