package se.insyn.upkeep;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes task after task, one of each kind in turn, what is to be removed first. What one call does
 * not begin within most of a minute is for the next one, which begins beside it: so a long task
 * holds up nobody else's.
 */
@Singleton
final class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private static final Duration BEGINS = Duration.ofSeconds(50);

  /** So much longer than the call itself can last does nobody else take a task of it. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final List<Chore> chores;
  private final DynamoTasks tasks;
  private final Clock clock;
  private boolean stands;

  Upkeep(List<Chore> chores, DynamoTasks tasks, Clock clock) {
    this.chores = chores;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Does what is due.
   *
   * @param end when this call is cut off
   */
  void run(Instant end) {
    if (!stands) {
      chores.forEach(Chore::stand);
      stands = true;
    }
    Instant last = clock.instant().plus(BEGINS);
    boolean isMore = true;
    while (isMore && !clock.instant().isAfter(last)) {
      isMore = false;
      for (Chore chore : chores) {
        Optional<Task> task = tasks.take(chore.kind(), clock.instant(), end.plus(MARGIN));
        task.ifPresent(taken -> perform(chore, taken));
        isMore |= task.isPresent();
      }
    }
  }

  private void perform(Chore chore, Task task) {
    try {
      chore.perform(task);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("reason", "task-failed")
          .addKeyValue("attempt", task.attempt())
          .setCause(e)
          .log("a task of kind {} failed and will be tried again", chore.kind());
      tasks.postpone(task, clock.instant());
    }
  }
}
