package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Ticking;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tasks are taken one at a time, given back, and taken again when a call ended in the middle. */
class UpkeepTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(15);

  private final DynamoDbClient client = LocalDynamoDb.start().client();
  private final Tables tables = new Municipality().tables();
  private final DynamoTasks tasks = new DynamoTasks(client, tables);
  private final Ticking clock = new Ticking(NOW);
  private final List<String> performed = new ArrayList<>();

  @Test
  void theOldestIsDoneFirstAndNothingTwice() {
    order("b", NOW.minusSeconds(1));
    order("a", NOW.minusSeconds(2));

    run(done());
    run(done());

    assertThat(performed).containsExactly("a 1", "b 1");
  }

  @Test
  void whatIsNotDueYetIsLeft() {
    order("a", NOW.plusSeconds(1));

    run(done());

    assertThat(performed).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgainAfterAPauseAndHoldsUpNothingElse() {
    order("a", NOW.minusSeconds(2));
    order("b", NOW.minusSeconds(1));

    run(failing("a"));
    clock.passes(Duration.ofSeconds(59));
    run(done());
    assertThat(performed).containsExactly("a 1", "b 1");
    clock.passes(Duration.ofSeconds(2));
    run(failing("a"));
    clock.passes(Duration.ofSeconds(119));
    run(done());
    assertThat(performed).containsExactly("a 1", "b 1", "a 2");
    clock.passes(Duration.ofSeconds(2));
    run(done());
    assertThat(performed).containsExactly("a 1", "b 1", "a 2", "a 3");
  }

  @Test
  void whatACallWasCutOffInIsTakenByAnotherWhenItsLeaseIsOver() {
    order("a", NOW.minusSeconds(1));
    assertThat(tasks.take("EXPORT", NOW, NOW.plus(LONG))).isPresent();

    clock.passes(LONG);
    run(done());
    assertThat(performed).isEmpty();
    clock.passes(Duration.ofMillis(1));
    run(done());
    assertThat(performed).containsExactly("a 2");
  }

  @Test
  void whoeverHasLostTheLeaseCannotFinish() {
    order("a", NOW.minusSeconds(1));
    Task late = tasks.take("EXPORT", NOW, NOW.plusMillis(1)).orElseThrow();
    Task taken = tasks.take("EXPORT", NOW.plusMillis(2), NOW.plus(LONG)).orElseThrow();

    assertThat(client.scan(scan -> scan.tableName(tables.systems())).count()).isEqualTo(1);
    tasks.postpone(late, NOW.plusMillis(3));
    assertThat(tasks.take("EXPORT", NOW.plus(Duration.ofMinutes(2)), NOW.plus(LONG))).isEmpty();
    client.transactWriteItems(write -> write.transactItems(tasks.done(taken)));
    assertThat(client.scan(scan -> scan.tableName(tables.systems())).count()).isZero();
  }

  @Test
  void whatIsNotBegunWithinFiftySecondsIsForTheNextCall() {
    for (String id : List.of("a", "b", "c")) {
      order(id, NOW.minusSeconds(1));
    }

    run(
        chore(
            task -> {
              clock.passes(Duration.ofSeconds(30));
              finish(task);
            }));

    assertThat(performed).containsExactly("a 1", "b 1");
  }

  private void order(String id, Instant at) {
    client.transactWriteItems(
        write ->
            write.transactItems(
                TaskItems.export(tables, at, Municipality.citizen("200007169915"), id)));
  }

  private void run(Chore chore) {
    new Upkeep(List.of(chore), tasks, clock).run(clock.instant().plus(LONG));
  }

  private Chore done() {
    return chore(this::finish);
  }

  private Chore failing(String id) {
    return chore(
        task -> {
          if (task.word("export").equals(id)) {
            throw new IllegalStateException("on purpose");
          }
          finish(task);
        });
  }

  private void finish(Task task) {
    client.transactWriteItems(write -> write.transactItems(tasks.done(task)));
  }

  private Chore chore(java.util.function.Consumer<Task> how) {
    return new Chore() {
      @Override
      public String kind() {
        return TaskItems.EXPORT;
      }

      @Override
      public void perform(Task task) {
        performed.add(task.word("export") + " " + task.attempt());
        how.accept(task);
      }
    };
  }
}
