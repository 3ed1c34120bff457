package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Crash;
import se.insyn.dynamodb.testing.Municipality;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A call that is killed at any of its calls to tables and bucket: what the next ones make of it is
 * what one without fault would have made. To be killed after a call is to be killed before the
 * next. The long round tries every one of them.
 */
class CrashTest {

  private static final int STEP = Boolean.getBoolean("full") ? 1 : 4;
  private static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);
  private static final Push FILE = Pushes.file();
  private static final String SHA_256 = (String) Objects.requireNonNull(FILE.at("file/sha256"));
  private static final CaseId CASE =
      CaseId.of(Municipality.LIFECARE, new se.insyn.domain.cases.CaseNumber(Pushes.CASE_NUMBER));

  @Test
  void anExportIsBuiltWhereverItWasKilled() {
    survives(workshop -> {}, workshop -> workshop.order(ELIAS, "a"), CrashTest::exported);
  }

  @Test
  void anErasedCaseIsRemovedWhereverThatWasKilled() {
    survives(
        workshop -> {
          read(workshop);
          workshop.order(ELIAS, "a");
          workshop.tick();
        },
        workshop -> {
          Instant at = workshop.clock.instant();
          workshop.dynamo.transactWriteItems(
              write ->
                  write.transactItems(
                      TaskItems.erase(workshop.tables, at, at, CASE, null, List.of(ELIAS))));
        },
        CrashTest::left);
  }

  @Test
  void aClosedCaseIsRemovedWhereverThatWasKilled() {
    survives(
        workshop -> {
          workshop.municipality.takeCase(
              Pushes.ofCase().with("status", "closed").with("closedOn", "2026-10-30"));
          read(workshop);
          workshop.clock.passes(Duration.ofDays(20_000));
        },
        workshop ->
            workshop.dynamo.transactWriteItems(
                write ->
                    write.transactItems(
                        TaskItems.closed(
                            workshop.tables, Stockholm.day(workshop.clock.instant()), CASE))),
        CrashTest::left);
  }

  @Test
  void filesAndFactsAreHeldAgainstEachOtherWhereverThatWasKilled() {
    survives(
        workshop -> {
          workshop.file(CASE, "DOK-9", SHA_256, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
          workshop.municipality.take(CASE, FILE.with("id", "DOK-3"));
          workshop.tick();
        },
        workshop -> workshop.clock.passes(Duration.ofDays(2)),
        CrashTest::reconciled);
  }

  @Test
  void whoHasNoCaseIsForgottenWhereverThatWasKilled() {
    Citizen gone = Municipality.citizen("197605239917");
    survives(
        workshop -> {
          for (String item : List.of("PROFILE", "DRAFT#a", "PROPOSED#/lifecare")) {
            workshop.municipality.put(workshop.tables.citizens(), named(gone, item));
          }
          for (String item : List.of("NOTICE", "REMINDER")) {
            workshop.municipality.put(workshop.tables.notices(), named(gone, item));
          }
          var mark = new TreeMap<>(named(gone, "ALONE"));
          mark.put("since", Values.time(Instant.EPOCH));
          workshop.municipality.put(workshop.tables.citizens(), mark);
          workshop.tick();
        },
        workshop -> workshop.clock.passes(Duration.ofDays(1)),
        workshop ->
            List.of(
                workshop.municipality.items(workshop.tables.citizens()),
                workshop.municipality.items(workshop.tables.notices()),
                workshop.tasks()));
  }

  private static Map<String, AttributeValue> named(Citizen citizen, String item) {
    return Map.of("citizen", Values.text(citizen.key()), "item", Values.text(item));
  }

  /** Kills a call after none of its calls, after one, and so on until it comes to its end. */
  private static void survives(
      Consumer<Workshop> before, Consumer<Workshop> cause, Function<Workshop, Object> outcome) {
    Object faultless = null;
    int killed = Integer.MAX_VALUE;
    int calls = 0;
    while (killed == Integer.MAX_VALUE) {
      try (var workshop = new Workshop(Workshop.byDay())) {
        prepare(workshop);
        before.accept(workshop);
        workshop.clock.passes(Duration.ofMinutes(10));
        cause.accept(workshop);
        if (faultless == null) {
          workshop.tick();
          faultless = outcome.apply(workshop);
        } else {
          killed = Crash.after(calls, workshop::tick);
          workshop.clock.passes(Duration.ofMinutes(20));
          workshop.tick();
          assertThat(outcome.apply(workshop))
              .as("killed after %d calls", calls)
              .isEqualTo(faultless);
          calls += STEP;
        }
      }
    }
    assertThat(calls).isGreaterThan(8);
  }

  private static void prepare(Workshop workshop) {
    Instant takenIn = workshop.clock.instant().minusSeconds(60);
    CaseId caseId = workshop.municipality.takeCase(Pushes.ofCase());
    workshop.municipality.take(caseId, Pushes.decision(), takenIn, takenIn);
    workshop.municipality.take(caseId, FILE, takenIn, takenIn);
    workshop.file(caseId, "DOK-2", SHA_256, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
  }

  private static void read(Workshop workshop) {
    workshop.municipality.put(
        workshop.tables.citizens(),
        Map.of(
            "citizen", Values.text(ELIAS.key()),
            "item", Values.text("READ#" + CASE.value() + "#DOK-2"),
            "openedAt", Values.time(workshop.clock.instant())));
  }

  private static Object exported(Workshop workshop) {
    var zip = new TreeMap<String, String>();
    workshop
        .zip(ELIAS, "a")
        .files()
        .forEach(
            (name, bytes) ->
                zip.put(
                    name,
                    new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]+Z?", "TIME")));
    return List.of(zip, workshop.tasks());
  }

  private static Object reconciled(Workshop workshop) {
    var files = new TreeMap<String, String>();
    for (Map<String, AttributeValue> item : workshop.municipality.items(workshop.tables.cases())) {
      if (item.containsKey("fileState")) {
        files.put(
            Values.text(item, "item"),
            Values.text(item, "fileState") + (EventItems.isOpen(item) ? ", open" : ""));
      }
    }
    int rows = workshop.municipality.items(workshop.tables.audit()).size();
    return List.of(files, workshop.keys(), workshop.tasks(), rows);
  }

  /** All that is left, without the times. */
  private static Object left(Workshop workshop) {
    var left = new TreeSet<String>();
    for (String table :
        List.of(workshop.tables.cases(), workshop.tables.citizens(), workshop.tables.systems())) {
      workshop
          .municipality
          .items(table)
          .forEach(
              item -> {
                var shown = new TreeMap<>(item);
                shown.remove("erasedAt");
                left.add(shown.toString());
              });
    }
    workshop
        .municipality
        .items(workshop.tables.people())
        .forEach(item -> left.add(Values.text(item, "item")));
    left.addAll(workshop.keys());
    left.add("audit rows: " + workshop.municipality.items(workshop.tables.audit()).size());
    return left;
  }
}
