package se.insyn.domain.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.WrittenNumbers;
import se.insyn.domain.value.Code;
import se.insyn.domain.value.Money;
import se.insyn.domain.value.Period;

/**
 * One JSON object while it is read and checked. Each member is asked for by name; what is missing
 * or wrong is noted with its JSON pointer and a stand-in value is handed out, so that one reading
 * finds everything that is wrong; {@link #refuseIfWrong} then throws. What was asked for is {@link
 * #known}, what nobody asked for is {@link #unknown}. A member that is {@code null} is absent.
 */
public final class Members {

  private static final int MOST_UNKNOWN = 50;
  private static final int LONGEST_NAME = 100;

  /** The contract's span of days. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  private final Map<String, @Nullable Object> object;
  private final String pointer;
  private final Findings findings;
  private final List<Members> children = new ArrayList<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, Object> known = new LinkedHashMap<>();
  private final Map<String, Object> replaced = new LinkedHashMap<>();

  private Members(Map<String, @Nullable Object> object, String pointer, Findings findings) {
    this.object = object;
    this.pointer = pointer;
    this.findings = findings;
  }

  /** The object that stands at this pointer ("" for the document itself). */
  public static Members of(Map<String, @Nullable Object> object, String pointer) {
    return new Members(object, pointer, new Findings());
  }

  /** A required line of text: 1 to {@code longest} characters, no control characters. */
  public String text(String name, int longest) {
    String text = optionalText(name, longest);
    return text == null ? missing(name, "") : text;
  }

  public @Nullable String optionalText(String name, int longest) {
    return text(name, longest, false);
  }

  /** A required text that may have several lines. */
  public String prose(String name, int longest) {
    String text = optionalProse(name, longest);
    return text == null ? missing(name, "") : text;
  }

  public @Nullable String optionalProse(String name, int longest) {
    return text(name, longest, true);
  }

  /** A required text as somebody has written it: every character is taken, not only blanks. */
  public String written(String name, int longest) {
    String text = optionalWritten(name, longest);
    return text == null ? missing(name, "") : text;
  }

  public @Nullable String optionalWritten(String name, int longest) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    return value instanceof String text
            && !text.isBlank()
            && text.codePointCount(0, text.length()) <= longest
        ? keep(name, text)
        : wrong(name, "must be text of 1 to " + longest + " characters", "");
  }

  /** Whether a text is an identifier of a sending system: 1 to 64 of {@code A-Za-z0-9._-}. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** A required identifier of the sending system: 1 to 64 of {@code A-Za-z0-9._-}. */
  public String id(String name) {
    String id = optionalId(name);
    return id == null ? missing(name, "") : id;
  }

  public @Nullable String optionalId(String name) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text && isId(text))) {
      return wrong(name, "must be 1 to 64 of A-Z a-z 0-9 . _ -", "");
    }
    if (WrittenNumbers.appearIn(text)) {
      // Still usable as it is, so that one fault is not said twice.
      wrong(name, "must not contain a personal number");
    }
    return keep(name, text);
  }

  /** A required day, 1900-01-01 to 2199-12-31. */
  public LocalDate date(String name) {
    LocalDate date = optionalDate(name);
    return date == null ? missing(name, LocalDate.EPOCH) : date;
  }

  public @Nullable LocalDate optionalDate(String name) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    try {
      if (value instanceof String text && DATE.matcher(text).matches()) {
        LocalDate date = LocalDate.parse(text);
        if (!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY)) {
          keep(name, text);
          return date;
        }
      }
    } catch (DateTimeException e) {
      // Said below: the same answer for every day that is none.
    }
    return wrong(
        name, "must be a date such as 2026-11-20, 1900-01-01 to 2199-12-31", LocalDate.EPOCH);
  }

  /** A month such as 2026-11. */
  public @Nullable YearMonth optionalMonth(String name) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    try {
      if (value instanceof String text && MONTH.matcher(text).matches()) {
        YearMonth month = YearMonth.parse(text);
        if (month.getYear() >= FIRST_DAY.getYear() && month.getYear() <= LAST_DAY.getYear()) {
          keep(name, text);
          return month;
        }
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    return wrong(name, "must be a month such as 2026-11", YearMonth.of(1970, 1));
  }

  /** A required instant with its offset; kept in UTC. */
  public Instant instant(String name) {
    Instant instant = optionalInstant(name);
    return instant == null ? missing(name, Instant.EPOCH) : instant;
  }

  public @Nullable Instant optionalInstant(String name) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    try {
      if (value instanceof String text && text.length() <= 40) {
        var time = OffsetDateTime.parse(text);
        LocalDate day = time.toLocalDate();
        if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
          Instant instant = time.toInstant();
          keep(name, instant.toString());
          return instant;
        }
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    return wrong(name, "must be an instant such as 2026-11-20T08:12:00Z", Instant.EPOCH);
  }

  /** A required amount in whole öre, not less than {@code least}. */
  public Money ore(String name, long least) {
    Money amount = optionalOre(name, least);
    return amount == null ? missing(name, Money.ZERO) : amount;
  }

  public @Nullable Money optionalOre(String name, long least) {
    Long ore = optionalWhole(name, least, Money.LARGEST_ORE);
    return ore == null ? null : new Money(ore);
  }

  /** A required whole number. */
  public long whole(String name, long least, long most) {
    Long number = optionalWhole(name, least, most);
    return number == null ? missing(name, least) : number;
  }

  public @Nullable Long optionalWhole(String name, long least, long most) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Long number && number >= least && number <= most) {
      return keep(name, number);
    }
    return wrong(name, "must be a whole number from " + least + " to " + most, least);
  }

  /** A number with up to two decimals, such as a percentage. */
  public @Nullable BigDecimal optionalDecimal(String name, long least, long most) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    BigDecimal number =
        value instanceof Long whole
            ? BigDecimal.valueOf(whole)
            : value instanceof BigDecimal decimal && Math.abs(decimal.scale()) <= 2
                ? decimal
                : null;
    if (number != null
        && number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
      keep(name, value);
      return number;
    }
    return wrong(
        name,
        "must be a number from " + least + " to " + most + " with at most two decimals",
        BigDecimal.valueOf(least));
  }

  public boolean flag(String name, boolean otherwise) {
    Boolean flag = optionalFlag(name);
    return flag == null ? otherwise : flag;
  }

  public boolean requiredFlag(String name) {
    Boolean flag = optionalFlag(name);
    return flag == null ? missing(name, false) : flag;
  }

  public @Nullable Boolean optionalFlag(String name) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    return value instanceof Boolean flag
        ? keep(name, flag)
        : wrong(name, "must be true or false", Boolean.FALSE);
  }

  /** A required word out of a closed list. */
  public <E extends Enum<E> & Code> E code(String name, Class<E> words) {
    E word = optionalCode(name, words);
    return word == null ? missing(name, words.getEnumConstants()[0]) : word;
  }

  public <E extends Enum<E> & Code> @Nullable E optionalCode(String name, Class<E> words) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    for (E word : words.getEnumConstants()) {
      if (word.code().equals(value)) {
        keep(name, word.code());
        return word;
      }
    }
    String all =
        Arrays.stream(words.getEnumConstants()).map(Code::code).collect(Collectors.joining(", "));
    return wrong(name, "must be one of " + all, words.getEnumConstants()[0]);
  }

  /** A period whose start is not after its end. */
  public @Nullable Period optionalPeriod(String name) {
    return optionalObject(name, Members::period);
  }

  /** This object as a period: {@code from} and, unless it is open, {@code to}. */
  public Period period() {
    var period = new Period(date("from"), optionalDate("to"));
    if (isReadable() && period.to() != null && period.to().isBefore(period.from())) {
      wrong("to", "must not be before from");
    }
    return period;
  }

  /** This object as a period that has an end. */
  public Period closedPeriod() {
    Period period = period();
    return period.to() == null ? missing("to", period) : period;
  }

  /** A required object, read by the function. */
  public <T> T object(String name, Function<Members, T> reader) {
    T value = optionalObject(name, reader);
    return value == null
        ? missing(name, reader.apply(new Members(Map.of(), at(name), new Findings())))
        : value;
  }

  public <T> @Nullable T optionalObject(String name, Function<Members, T> reader) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    return value instanceof Map<?, ?> map
        ? read(name, map, reader)
        : wrong(
            name,
            "must be an object",
            reader.apply(new Members(Map.of(), at(name), new Findings())));
  }

  /** A list of objects, empty when absent. */
  public <T> List<T> list(String name, int most, Function<Members, T> reader) {
    var read = new ArrayList<T>();
    var kept = new ArrayList<Object>();
    for (Object element : elements(name, most)) {
      String at = at(name) + "/" + read.size();
      if (element instanceof Map<?, ?> map) {
        Members child = child(map, at);
        read.add(reader.apply(child));
        kept.add(child.known);
      } else {
        findings.unreadable(at, "must be an object");
        return read;
      }
    }
    if (known.containsKey(name)) {
      known.put(name, kept);
    }
    return read;
  }

  /** A list of objects that must be there and not be empty. */
  public <T> List<T> someOf(String name, int most, Function<Members, T> reader) {
    List<T> list = list(name, most, reader);
    if (list.isEmpty() && isReadable(name)) {
      wrong(name, "must have at least one element");
    }
    return list;
  }

  /** A list of objects that must be there, be it empty. */
  public <T> List<T> requiredList(String name, int most, Function<Members, T> reader) {
    List<T> list = list(name, most, reader);
    return has(name) ? list : missing(name, list);
  }

  /** A list of lines of text, empty when absent. */
  public List<String> texts(String name, int most, int longest) {
    return strings(name, most, text -> readable(text, longest, false), "must be a line of text");
  }

  /** A list of identifiers; null when absent, which is not the same as an empty one. */
  public @Nullable List<String> optionalIds(String name, int most) {
    List<String> ids = strings(name, most, Members::isId, "must be 1 to 64 of A-Z a-z 0-9 . _ -");
    return object.get(name) == null ? null : ids;
  }

  /** Whether the member is there; does not count as asking for it. */
  public boolean has(String name) {
    return object.get(name) != null;
  }

  /** Keeps another value than the one that came, for what must not be stored as it was sent. */
  public void replace(String name, Object value) {
    if (known.containsKey(name)) {
      known.put(name, value);
      replaced.put(name, value);
    }
  }

  /** What {@link #replace} put in the place of what came. */
  public Map<String, Object> replaced() {
    return Collections.unmodifiableMap(replaced);
  }

  /** Notes that a member, although readable, breaks a rule. */
  public void wrong(String name, String detail) {
    findings.add(at(name), detail);
  }

  /** Notes every element of a list of objects that has the same member as an earlier one. */
  public void distinct(String list, String member) {
    var seen = new HashSet<Object>();
    if (object.get(list) instanceof List<?> elements) {
      for (int i = 0; i < elements.size(); i++) {
        if (elements.get(i) instanceof Map<?, ?> element
            && element.get(member) != null
            && !seen.add(element.get(member))) {
          findings.add(at(list) + "/" + i + "/" + member, "must not be there twice");
        }
      }
    }
  }

  /**
   * Whether these members (none named: the whole object), with all that they hold, came as values
   * of the right form, so that a rule about them can be judged; a broken rule does not matter here.
   */
  public boolean isReadable(String... names) {
    return names.length == 0
        ? findings.isReadable(pointer)
        : Arrays.stream(names).allMatch(name -> findings.isReadable(at(name)));
  }

  /** Throws what was found wrong in this object and all that it holds. */
  public void refuseIfWrong() {
    findings.refuseIfAny();
  }

  /** What was asked for, as plain values, in the order of asking. */
  public Map<String, Object> known() {
    return Collections.unmodifiableMap(known);
  }

  /**
   * The pointers of members that nobody asked for, here and in all objects that were read; of very
   * many the first, of a very long name the beginning.
   */
  public List<String> unknown() {
    var unknown = new ArrayList<String>();
    for (String name : object.keySet()) {
      if (!asked.contains(name)) {
        unknown.add(at(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name));
      }
    }
    children.forEach(child -> unknown.addAll(child.unknown()));
    return unknown.size() > MOST_UNKNOWN ? unknown.subList(0, MOST_UNKNOWN) : unknown;
  }

  private @Nullable String text(String name, int longest, boolean lines) {
    Object value = ask(name);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && readable(text, longest, lines)) {
      return keep(name, text);
    }
    return wrong(
        name, "must be text of 1 to " + longest + " characters without control characters", "");
  }

  private static boolean readable(String text, int longest, boolean lines) {
    if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
      return false;
    }
    return text.codePoints()
        .allMatch(
            c ->
                Character.getType(c) != Character.SURROGATE
                    && (!Character.isISOControl(c)
                        || (lines && (c == '\n' || c == '\r' || c == '\t'))));
  }

  private List<String> strings(
      String name, int most, Function<String, Boolean> rule, String detail) {
    var read = new ArrayList<String>();
    for (Object element : elements(name, most)) {
      if (element instanceof String text && rule.apply(text)) {
        read.add(text);
      } else {
        findings.unreadable(at(name) + "/" + read.size(), detail);
        return read;
      }
    }
    return read;
  }

  private List<?> elements(String name, int most) {
    Object value = ask(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && list.size() <= most) {
      return keep(name, list);
    }
    return wrong(name, "must be a list of at most " + most + " elements", List.of());
  }

  private <T> T read(String name, Map<?, ?> map, Function<Members, T> reader) {
    Members child = child(map, at(name));
    T value = reader.apply(child);
    known.put(name, child.known);
    return value;
  }

  private Members child(Map<?, ?> map, String at) {
    var child = new Members(Json.asObject(map), at, findings);
    children.add(child);
    return child;
  }

  private @Nullable Object ask(String name) {
    asked.add(name);
    return object.get(name);
  }

  private <T> T keep(String name, T value) {
    known.put(name, (Object) value);
    return value;
  }

  private <T> T missing(String name, T standIn) {
    if (object.get(name) == null) {
      findings.unreadable(at(name), "is required");
    }
    return standIn;
  }

  private <T> T wrong(String name, String detail, T standIn) {
    findings.unreadable(at(name), detail);
    return standIn;
  }

  private String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
