package se.insyn.caseworkerapi;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.json.Violation;

/**
 * A whole case as its system had it at one time: the case and every fact of it.
 *
 * @param asOf in whole milliseconds; at most a minute ahead
 * @param ignored the pointers of members beside these that nobody asked for
 */
record Snapshot(
    CaseId caseId, Instant asOf, Element theCase, List<Element> facts, List<String> ignored) {

  /** More than a body of 5 MB can hold that says something. */
  private static final int MOST_FACTS = 10_000;

  /** Names, and characters of a name, that are told as not known. */
  private static final int MOST_IGNORED = 50;

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

  /**
   * One part of it, to be taken in like a push of the same content.
   *
   * @param pointer where it stands in the snapshot
   * @param kind null for the case
   * @param id null for the case
   */
  record Element(String pointer, @Nullable Kind kind, @Nullable EventId id, Push push) {

    /** What is wrong with the push, said of the place in the snapshot. */
    InvalidMembers placed(InvalidMembers wrong) {
      return new InvalidMembers(
          wrong.violations().stream()
              .map(each -> new Violation(placed(each.pointer()), each.detail()))
              .toList());
    }

    /** The pointers of members that nobody asked for, once the push was read. */
    List<String> ignored() {
      return push.data().unknown().stream().map(this::placed).toList();
    }

    private String placed(String inPush) {
      return inPush.startsWith(Push.POINTER)
          ? pointer + inPush.substring(Push.POINTER.length())
          : pointer;
    }
  }

  /**
   * Reads the body of a {@code PUT}. What is wrong inside the case or a fact is found when that is
   * taken in; here only what would leave open which facts there are.
   *
   * @throws InvalidMembers naming what is wrong with the snapshot as a whole
   */
  static Snapshot read(
      Source source, CaseNumber number, Map<String, @Nullable Object> body, Instant now) {
    Members members = Members.of(body, "");
    Instant asOf = members.instant("asOf");
    if (asOf.isAfter(now.plus(CLOCKS_DIFFER))) {
      members.wrong("asOf", "must not lie more than 60 seconds ahead");
    }
    members.object("case", itsCase -> ofCase(itsCase, number));
    List<Kind> kinds =
        members.requiredList("facts", MOST_FACTS, fact -> kind(ofCase(fact, number)));
    members.distinct("facts", "id");
    members.refuseIfWrong();
    var facts = new ArrayList<Element>();
    List<?> given = (List<?>) Objects.requireNonNull(body.get("facts"));
    for (int i = 0; i < kinds.size(); i++) {
      Map<?, ?> fact = (Map<?, ?>) given.get(i);
      EventId id = new EventId((String) Objects.requireNonNull(fact.get("id")));
      facts.add(new Element("/facts/" + i, kinds.get(i), id, push(source, number, fact, "kind")));
    }
    Map<?, ?> itsCase = (Map<?, ?>) Objects.requireNonNull(body.get("case"));
    return new Snapshot(
        CaseId.of(source, number),
        asOf.truncatedTo(ChronoUnit.MILLIS),
        new Element("/case", null, null, push(source, number, itsCase, "")),
        facts,
        body.keySet().stream()
            .filter(name -> !members.known().containsKey(name) && body.get(name) != null)
            .limit(MOST_IGNORED)
            .map(name -> name.length() > MOST_IGNORED ? name.substring(0, MOST_IGNORED) : name)
            .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
            .toList());
  }

  private static Members ofCase(Members part, CaseNumber number) {
    String named = part.optionalText("caseNumber", 40);
    if (named != null && !named.equals(number.value())) {
      part.wrong("caseNumber", "is not the case of this address");
    }
    return part;
  }

  private static Kind kind(Members fact) {
    fact.id("id");
    String code = fact.text("kind", 40);
    return Kind.of(code)
        .orElseGet(
            () -> {
              if (!code.isEmpty()) {
                fact.wrong("kind", "is not a kind of fact");
              }
              return Kind.DECISION; // only until what is wrong is refused
            });
  }

  /** The push with the same content: all of the part but what no push has. */
  private static Push push(Source source, CaseNumber number, Map<?, ?> part, String besides) {
    var raw = new LinkedHashMap<String, @Nullable Object>(Json.asObject(part));
    raw.remove(besides);
    raw.put("caseNumber", number.value());
    return Push.of(source, raw, false);
  }
}
