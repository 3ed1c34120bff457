package se.insyn.upkeep;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Retention;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.TaskItems;

/**
 * Gallring: removes from a closed case what has been kept long enough, kind by kind and at last the
 * case. None of it is seen any more by then. A case that was opened again is left alone, and so is
 * one that came a few days ago: its day of closing may have been wrong.
 */
@Singleton
@Order(2)
final class ClosedChore implements Chore {

  private static final Logger LOG = LoggerFactory.getLogger(ClosedChore.class);

  private final DynamoFacts facts;
  private final DynamoTraces traces;
  private final DynamoMessages messages;
  private final SentFiles files;
  private final DynamoCaseEnds ends;
  private final S3Objects objects;
  private final Retention retention;
  private final Clock clock;

  ClosedChore(
      DynamoFacts facts,
      DynamoTraces traces,
      DynamoMessages messages,
      SentFiles files,
      DynamoCaseEnds ends,
      S3Objects objects,
      Retention retention,
      Clock clock) {
    this.facts = facts;
    this.traces = traces;
    this.messages = messages;
    this.files = files;
    this.ends = ends;
    this.objects = objects;
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return TaskItems.CLOSED;
  }

  @Override
  public void perform(Task task) {
    var caseId = new CaseId(task.word("case"));
    Optional<ClosedCase> found = ends.closed(caseId);
    if (found.isEmpty()) {
      ends.nothing(task);
      return;
    }
    ClosedCase closed = found.get();
    Instant now = clock.instant();
    LocalDate today = Stockholm.day(now);
    LocalDate first = Retention.firstRemoval(Stockholm.day(closed.pushedAt()));
    if (today.isBefore(first)) {
      ends.again(task, caseId, first);
      return;
    }
    remove(
        closed,
        facts.of(caseId).filter(fact -> isOver(fact, closed.closedOn(), today)).toList(),
        now);
    if (retention.isOver(closed.closedOn(), today)) {
      objects.removeFiles(caseId, null, now);
      for (Citizen reader : closed.readers()) {
        traces.forgetLastFact(reader, caseId, now);
        files.sweep(messages.forget(reader, caseId, now));
      }
      ends.over(task, closed, now);
      LOG.atInfo()
          .addKeyValue("reason", "retention")
          .log("a case was kept long enough and is gone");
    } else {
      ends.again(task, caseId, retention.nextEnd(closed.closedOn(), today));
    }
  }

  private boolean isOver(KeptFact fact, LocalDate closedOn, LocalDate today) {
    Optional<Kind> kind = Optional.ofNullable(fact.kind()).flatMap(Kind::of);
    return kind.map(known -> retention.isOver(known, closedOn, today))
        .orElseGet(() -> retention.isOver(closedOn, today));
  }

  private void remove(ClosedCase closed, List<KeptFact> over, Instant now) {
    Set<Citizen> readers = closed.readers();
    Set<EventId> ids = new HashSet<>();
    for (KeptFact fact : over) {
      objects.removeFiles(closed.id(), fact.id(), now);
      readers.addAll(fact.audience());
      ids.add(fact.id());
    }
    if (!ids.isEmpty()) {
      readers.forEach(reader -> traces.forgetOpenings(reader, closed.id(), ids));
    }
    for (KeptFact fact : over) {
      if (!facts.bury(closed.id(), fact)) {
        throw new IllegalStateException("a fact has changed meanwhile");
      }
    }
    if (!over.isEmpty()) {
      LOG.atInfo()
          .addKeyValue("reason", "retention")
          .addKeyValue("count", over.size())
          .log("facts were kept long enough and are gone");
    }
  }
}
