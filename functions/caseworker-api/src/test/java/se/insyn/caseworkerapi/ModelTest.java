package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.http.Problem;

/**
 * Pushes, retractions, protections and snapshots as chance will have it, two persons and two cases,
 * with many repeated, late and contradictory ones: after every step each person sees what {@link
 * Model} says. 5,000 steps, 100,000 with {@code -Dfull=true}.
 */
class ModelTest {

  private static final int STEPS = Boolean.getBoolean("full") ? 100_000 : 5_000;
  private static final long SEED = 20_261_122;
  private static final List<String> CASES = List.of("EB-1", "EB-2");
  private static final List<String> PERSONS = List.of(Pushes.APPLICANT, Pushes.CO_APPLICANT);
  private static final List<String> PROTECTIONS =
      List.of("none", "none", "none", "confidentiality-marking", "protected-registration");
  private static final List<List<String>> AUDIENCES =
      List.of(List.of("P1"), List.of("P2"), List.of("P1", "P2"), List.of());

  private final Random random = new Random(SEED);
  private final Model model = new Model();
  private final List<Step> done = new ArrayList<>();
  private final Map<String, Integer> versions = new LinkedHashMap<>();

  /** What a source does; the same again later is one too. */
  sealed interface Step {}

  record Pushed(String source, Push push) implements Step {}

  record Snapshotted(Instant asOf, Push itsCase, List<Push> facts) implements Step {}

  @Test
  void whatIsSeenIsWhatTheModelSays() {
    try (var office = new Office()) {
      for (int i = 0; i < STEPS; i++) {
        if (random.nextInt(3) == 0) {
          office.clock.forward(Duration.ofMillis(random.nextInt(2_500)));
        }
        Step step = next(office.clock.instant());
        String result = take(office, step);
        String expected = model.take(step, office.clock.instant());
        assertThat(result).as("step %s of seed %s: %s", i, SEED, step).isEqualTo(expected);
        for (String person : PERSONS) {
          List<String> seen = office.seenBy(person);
          assertThat(seen == null ? null : new TreeSet<>(seen))
              .as("seen after step %s of seed %s: %s", i, SEED, step)
              .isEqualTo(model.seenBy(person));
        }
      }
    }
  }

  private static String take(Office office, Step step) {
    return switch (step) {
      case Pushed pushed -> office.push(pushed.source(), pushed.push());
      case Snapshotted snapshot -> {
        var body =
            SnapshotTest.body(
                snapshot.asOf(), snapshot.itsCase(), snapshot.facts().toArray(Push[]::new));
        try {
          office
              .context
              .getBean(Snapshots.class)
              .take(
                  Snapshot.read(
                      new Source(Office.LIFECARE),
                      new CaseNumber(Model.text(snapshot.itsCase(), "caseNumber")),
                      body,
                      office.clock.instant()),
                  "0");
          yield "done";
        } catch (RuntimeException e) {
          yield Integer.toString(Problem.from(e).status());
        }
      }
    };
  }

  private Step next(Instant now) {
    if (!done.isEmpty() && random.nextInt(5) == 0) {
      return done.get(random.nextInt(done.size()));
    }
    Step step =
        switch (random.nextInt(10)) {
          case 0 -> new Pushed(anyOf(List.of(Office.LIFECARE, Office.OTHER)), protection());
          case 1, 2 -> new Pushed(Office.LIFECARE, itsCase(anyOf(CASES)));
          case 3 -> snapshot(now);
          default -> new Pushed(Office.LIFECARE, fact(anyOf(CASES)));
        };
    done.add(step);
    return step;
  }

  private <T> T anyOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** Mostly the next version, now and then one that was there before. */
  private int version(String of) {
    int last = versions.getOrDefault(of, 0);
    if (last > 0 && random.nextInt(6) == 0) {
      return 1 + random.nextInt(last);
    }
    versions.put(of, last + 1);
    return last + 1;
  }

  private Push protection() {
    String person = anyOf(PERSONS);
    // Most are lowered again, or soon nothing would be seen any more.
    return Pushes.protection(person, anyOf(PROTECTIONS)).with("version", version(person));
  }

  private Push itsCase(String number) {
    Push itsCase =
        (random.nextInt(4) == 0 ? Pushes.ofCase() : Pushes.household())
            .with("caseNumber", number)
            .with("version", version(number));
    return random.nextInt(8) == 0
        ? itsCase.with("persons/0/protection", anyOf(PROTECTIONS))
        : itsCase;
  }

  private Push fact(String number) {
    String id = number + "-" + random.nextInt(5);
    Push fact =
        Pushes.decision()
            .with("caseNumber", number)
            .with("id", id)
            .with("version", version(id))
            .with("decision", "Beslut " + random.nextInt(2))
            .with("audience", anyOf(AUDIENCES));
    return switch (random.nextInt(6)) {
      case 0 -> fact.with("retracted", true);
      case 1 -> fact.with("visible", false);
      default -> fact;
    };
  }

  /** What the system last said, less some of it; now or a while ago. */
  private Snapshotted snapshot(Instant now) {
    String number = anyOf(CASES);
    Push itsCase = model.lastCase(number);
    List<Push> facts =
        model.lastFacts(number).stream().filter(fact -> random.nextInt(4) > 0).toList();
    return new Snapshotted(
        now.minusMillis(random.nextInt(4) == 0 ? random.nextInt(5_000) : 0),
        itsCase == null || random.nextInt(5) == 0 ? itsCase(number) : itsCase,
        random.nextInt(5) == 0 && !facts.isEmpty() ? List.of(facts.getFirst()) : facts);
  }
}
