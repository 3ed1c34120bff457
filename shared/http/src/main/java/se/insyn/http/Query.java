package se.insyn.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Code;

/**
 * The query of a call, read with checks: a parameter that is wrong, comes twice or is not asked for
 * is 400. A route that takes none does not ask for a {@code Query}, and then every parameter is
 * 400.
 */
public final class Query {

  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int LONGEST = 2000;

  private final Map<String, List<String>> parameters;
  private final Set<String> asked = new HashSet<>();

  Query(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /** Reads the query; whatever the function did not ask for is refused. */
  public <T> T read(Function<Query, T> reader) {
    T read = reader.apply(this);
    if (!asked.containsAll(parameters.keySet())) {
      throw Problem.malformed("There is a query parameter that is not known here.");
    }
    return read;
  }

  boolean isEmpty() {
    return parameters.isEmpty();
  }

  /** The value of a parameter, null when it is absent; an empty one is refused. */
  public @Nullable String text(String name) {
    asked.add(name);
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      throw Problem.malformed(name + " must not come twice.");
    }
    String value = values.getFirst();
    if (value.isEmpty() || value.length() > LONGEST) {
      throw Problem.malformed(name + " must have 1 to " + LONGEST + " characters.");
    }
    return value;
  }

  /** A day such as 2026-11-20. */
  public @Nullable LocalDate date(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // Said below: the same answer for every day that is none.
    }
    throw Problem.malformed(name + " must be a date such as 2026-11-20.");
  }

  /** A word out of a closed list. */
  public <E extends Enum<E> & Code> @Nullable E code(String name, Class<E> words) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    for (E word : words.getEnumConstants()) {
      if (word.code().equals(text)) {
        return word;
      }
    }
    String all =
        Arrays.stream(words.getEnumConstants()).map(Code::code).collect(Collectors.joining(", "));
    throw Problem.malformed(name + " must be one of " + all + ".");
  }

  /** {@code limit}: 1 to 100. */
  public int limit(int otherwise) {
    String text = text("limit");
    if (text == null) {
      return otherwise;
    }
    if (LIMIT.matcher(text).matches() && Integer.parseInt(text) <= 100) {
      return Integer.parseInt(text);
    }
    throw Problem.malformed("limit must be a whole number from 1 to 100.");
  }

  /** A switch that is on only when it is spelt {@code name=true}. */
  public boolean flag(String name) {
    String text = text(name);
    if (text != null && !text.equals("true")) {
      throw Problem.malformed(name + " must be true or left out.");
    }
    return text != null;
  }
}
