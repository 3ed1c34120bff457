package se.insyn.upkeep;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.TaskItems;

/**
 * Glömska: every night, goes through everybody of whom something of their own is kept, and forgets
 * whoever has had no place in any case for thirty days: profile, what a system proposed, drafts,
 * what waited to be told. Whoever has no place has no session, so nobody writes any of it
 * meanwhile. The first night without a place leaves a mark, by which the days are counted; it goes
 * last, so that this can begin anew from anywhere.
 */
@Singleton
@Order(5)
final class PersonsChore implements Chore {

  private static final Logger LOG = LoggerFactory.getLogger(PersonsChore.class);

  private static final LocalTime NIGHT = LocalTime.of(3, 0);

  /** A case that is pushed anew, or a person who was left out by mistake, is back by then. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final int STEP = 100;

  private final DynamoPersons persons;
  private final DynamoTasks tasks;
  private final Clock clock;

  PersonsChore(DynamoPersons persons, DynamoTasks tasks, Clock clock) {
    this.persons = persons;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return TaskItems.FORGET;
  }

  @Override
  public void stand() {
    tasks.stand(kind(), Nights.next(NIGHT, clock.instant()));
  }

  @Override
  public void perform(Task task) {
    long before = Long.parseLong(task.words().getOrDefault("forgotten", "0"));
    DynamoPersons.Page page = persons.page(task.words(), STEP);
    long forgotten = before;
    for (Citizen citizen : page.citizens()) {
      forgotten += isForgotten(citizen) ? 1 : 0;
    }
    if (page.next().isEmpty()) {
      LOG.atInfo()
          .addKeyValue("reason", "persons-forgotten")
          .addKeyValue("count", forgotten)
          .log("persons have had no place in any case for thirty days and are forgotten");
      tasks.goOn(task, Map.of(), Nights.next(NIGHT, clock.instant()));
    } else {
      var words = new HashMap<>(page.next());
      words.put("forgotten", Long.toString(forgotten));
      tasks.goOn(task, words, Instant.EPOCH);
    }
  }

  private boolean isForgotten(Citizen citizen) {
    Optional<Instant> alone = persons.aloneSince(citizen);
    Instant now = clock.instant();
    if (persons.hasPlace(citizen)) {
      alone.ifPresent(since -> persons.unmark(citizen));
    } else if (alone.isEmpty()) {
      persons.mark(citizen, now);
    } else if (!alone.get().plus(KEPT).isAfter(now)) {
      persons.forget(citizen);
      return true;
    }
    return false;
  }
}
