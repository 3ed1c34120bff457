package se.insyn.caseworkerapi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.insyn.caseworkerapi.ModelTest.Pushed;
import se.insyn.caseworkerapi.ModelTest.Snapshotted;
import se.insyn.caseworkerapi.ModelTest.Step;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;

/**
 * The contract's rules of what is seen, on plain maps: no table, no index, no epoch, no hash. A
 * case is closed to everybody from any change of what is said of somebody's protection until its
 * next applied push.
 */
final class Model {

  private static final List<String> STRICTNESS =
      List.of("none", "confidentiality-marking", "protected-registration");

  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, KnownCase> cases = new LinkedHashMap<>();

  private static final class Person {
    final Map<String, Said> said = new HashMap<>();

    int strictest() {
      return said.values().stream().mapToInt(each -> each.strict).max().orElse(0);
    }
  }

  /** What one origin says of a person. */
  private static final class Said {
    long version;
    int strict;

    /** The highest hundred: one that is older than all of them closes each time it comes. */
    final SortedSet<Long> protectedVersions = new TreeSet<>();

    void saidProtected(long which) {
      protectedVersions.add(which);
      if (protectedVersions.size() > 100) {
        protectedVersions.removeFirst();
      }
    }
  }

  private static final class KnownCase {
    Push push;
    final Map<String, String> everybody = new LinkedHashMap<>();
    boolean isClosed;
    @Nullable Instant asOf;
    @Nullable Instant covers;
    final Map<String, KnownFact> facts = new LinkedHashMap<>();

    KnownCase(Push push) {
      this.push = push;
    }
  }

  private static final class KnownFact {
    final Push push;
    final Instant takenIn;
    final Set<String> audience;
    @Nullable Instant missed;

    KnownFact(Push push, Instant takenIn, Set<String> audience) {
      this.push = push;
      this.takenIn = takenIn;
      this.audience = audience;
    }

    boolean isOpen() {
      return Boolean.TRUE.equals(push.at("visible")) && !Boolean.TRUE.equals(push.at("retracted"));
    }
  }

  static String text(Push push, String member) {
    return String.valueOf(push.at(member));
  }

  private static long version(Push push) {
    return ((Number) Objects.requireNonNull(push.at("version"))).longValue();
  }

  private static String content(Push push) {
    return Json.hash(push.data());
  }

  /** Everything this person sees; null when there is no case for them, and so no session. */
  @Nullable SortedSet<String> seenBy(String number) {
    var seen = new TreeSet<String>();
    boolean any = false;
    for (KnownCase each : cases.values()) {
      if (isVisible(each, number)) {
        any = true;
        each.facts.forEach(
            (id, fact) -> {
              if (fact.isOpen() && fact.missed == null && fact.audience.contains(number)) {
                seen.add(id);
              }
            });
      }
    }
    return any ? seen : null;
  }

  private boolean isVisible(KnownCase itsCase, String number) {
    return !itsCase.isClosed
        && present(itsCase.push).containsValue(number)
        && present(itsCase.push).values().stream().allMatch(each -> person(each).strictest() == 0)
        && person(number).strictest() == 0;
  }

  /** Person id to number, of those who have one. */
  private static Map<String, String> present(Push itsCase) {
    var present = new LinkedHashMap<String, String>();
    for (Object each : (List<?>) Objects.requireNonNull(itsCase.at("persons"))) {
      Map<?, ?> person = (Map<?, ?>) each;
      if (person.get("personalNumber") instanceof String number) {
        present.put(String.valueOf(person.get("id")), number);
      }
    }
    return present;
  }

  private Person person(String number) {
    return people.computeIfAbsent(number, none -> new Person());
  }

  String take(Step step, Instant now) {
    return switch (step) {
      case Pushed pushed -> push(pushed.source(), pushed.push(), now);
      case Snapshotted snapshot -> snapshot(snapshot, now);
    };
  }

  private String push(String source, Push push, Instant now) {
    return switch (push.type()) {
      case "protection" ->
          state(
              text(push, "personalNumber"),
              source,
              version(push),
              STRICTNESS.indexOf(text(push, "protection")));
      case "case" -> itsCase(push);
      default -> fact(push, now);
    };
  }

  /** The result, as the answer says it. */
  private String state(String number, String origin, long version, int strict) {
    Person person = person(number);
    int before = person.strictest();
    Said old = person.said.get(origin);
    String result;
    boolean late = false;
    if (old == null || version > old.version) {
      Said said = old == null ? new Said() : old;
      said.version = version;
      said.strict = strict;
      person.said.put(origin, said);
      result = "applied";
    } else if (version == old.version) {
      result = strict == old.strict ? "duplicate" : "409";
      old.strict = Math.max(old.strict, strict);
    } else {
      late = strict > 0 && !old.protectedVersions.contains(version);
      result = "stale";
    }
    if (strict > 0) {
      Objects.requireNonNull(person.said.get(origin)).saidProtected(version);
    }
    if (late || person.strictest() != before) {
      cases.values().stream()
          .filter(each -> present(each.push).containsValue(number))
          .forEach(each -> each.isClosed = true);
    }
    return result;
  }

  private String itsCase(Push push) {
    String number = text(push, "caseNumber");
    KnownCase stored = cases.get(number);
    String result = result(stored == null ? null : stored.push, push);
    var strict = new LinkedHashMap<String, Integer>();
    for (Object each : (List<?>) Objects.requireNonNull(push.at("persons"))) {
      Map<?, ?> person = (Map<?, ?>) each;
      if (person.get("personalNumber") instanceof String of) {
        strict.put(of, STRICTNESS.indexOf(String.valueOf(person.get("protection"))));
      }
    }
    strict.forEach(
        (of, value) -> {
          if (result.equals("applied") || value > 0) {
            state(of, "case " + number, version(push), value);
          }
        });
    if (result.equals("applied")) {
      KnownCase applied = stored == null ? new KnownCase(push) : stored;
      applied.push = push;
      applied.everybody.putAll(present(push));
      applied.isClosed = false;
      cases.put(number, applied);
    }
    return result;
  }

  private static String result(@Nullable Push stored, Push push) {
    if (stored == null || version(push) > version(stored)) {
      return "applied";
    }
    return version(push) < version(stored)
        ? "stale"
        : content(push).equals(content(stored)) ? "duplicate" : "409";
  }

  private String fact(Push push, Instant now) {
    KnownCase itsCase = cases.get(text(push, "caseNumber"));
    if (itsCase == null) {
      return "404";
    }
    String id = text(push, "id");
    KnownFact stored = itsCase.facts.get(id);
    String result = result(stored == null ? null : stored.push, push);
    if (result.equals("duplicate") || result.equals("stale")) {
      return result;
    }
    var audience = new HashSet<String>();
    for (Object person : (List<?>) Objects.requireNonNull(push.at("audience"))) {
      String number = itsCase.everybody.get(String.valueOf(person));
      if (number == null) {
        return "422";
      }
      audience.add(number);
    }
    if (result.equals("applied")) {
      itsCase.facts.put(id, new KnownFact(push, now, audience));
    }
    return result;
  }

  private String snapshot(Snapshotted snapshot, Instant now) {
    if (itsCase(snapshot.itsCase()).equals("409")) {
      return "409";
    }
    KnownCase itsCase = Objects.requireNonNull(cases.get(text(snapshot.itsCase(), "caseNumber")));
    if (itsCase.asOf != null && itsCase.asOf.isAfter(snapshot.asOf())) {
      return "409";
    }
    if (!snapshot.asOf().equals(itsCase.asOf)) {
      itsCase.covers = snapshot.asOf().isBefore(now) ? snapshot.asOf() : now;
    }
    itsCase.asOf = snapshot.asOf();
    var named = new HashSet<String>();
    for (Push fact : snapshot.facts()) {
      named.add(text(fact, "id"));
      KnownFact stored = itsCase.facts.get(text(fact, "id"));
      if (stored != null && content(stored.push).equals(content(fact))) {
        if (stored.missed != null && stored.missed.isBefore(snapshot.asOf())) {
          stored.missed = null;
        }
      } else {
        fact(fact, snapshot.asOf().isBefore(now) ? snapshot.asOf() : now);
      }
    }
    Instant second = Objects.requireNonNull(itsCase.covers).truncatedTo(ChronoUnit.SECONDS);
    itsCase.facts.forEach(
        (id, fact) -> {
          if (!named.contains(id)
              && fact.isOpen()
              && fact.missed == null
              && !fact.takenIn.truncatedTo(ChronoUnit.SECONDS).isAfter(second)) {
            fact.missed = snapshot.asOf();
          }
        });
    return "done";
  }

  @Nullable Push lastCase(String number) {
    KnownCase stored = cases.get(number);
    return stored == null ? null : stored.push;
  }

  List<Push> lastFacts(String number) {
    KnownCase stored = cases.get(number);
    var facts = new ArrayList<Push>();
    if (stored != null) {
      stored.facts.values().forEach(fact -> facts.add(fact.push));
    }
    return facts;
  }
}
