package se.insyn.upkeep;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.TaskItems;

/**
 * Removes for good what was erased: files in all their versions, the content of facts, when they
 * were opened, and exports that hold them. Nobody sees anything of it any more when this begins;
 * what was taken in after the erasure is another matter and stays. A fact keeps its audience until
 * everything that hangs on it is gone, so that this can begin anew from anywhere.
 */
@Singleton
@Order(1)
final class EraseChore implements Chore {

  private static final Logger LOG = LoggerFactory.getLogger(EraseChore.class);

  private final DynamoFacts facts;
  private final DynamoTraces traces;
  private final DynamoMessages messages;
  private final SentFiles files;
  private final DynamoCaseEnds ends;
  private final S3Objects objects;
  private final Clock clock;

  EraseChore(
      DynamoFacts facts,
      DynamoTraces traces,
      DynamoMessages messages,
      SentFiles files,
      DynamoCaseEnds ends,
      S3Objects objects,
      Clock clock) {
    this.messages = messages;
    this.files = files;
    this.facts = facts;
    this.traces = traces;
    this.ends = ends;
    this.objects = objects;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return TaskItems.ERASE;
  }

  @Override
  public void perform(Task task) {
    var caseId = new CaseId(task.word("case"));
    String named = task.words().get("id");
    EventId id = named == null ? null : new EventId(named);
    Instant erasedAt = Instant.parse(task.word("erasedAt"));
    objects.removeFiles(caseId, id, Instant.parse(task.word("filesUntil")));
    List<KeptFact> left =
        id == null
            ? facts.of(caseId).filter(fact -> !fact.updatedAt().isAfter(erasedAt)).toList()
            : List.of();
    Set<Citizen> readers = new HashSet<>(task.readers());
    left.forEach(fact -> readers.addAll(fact.audience()));
    for (Citizen reader : readers) {
      if (id == null) {
        traces.forgetOpenings(reader, caseId, erasedAt);
        traces.forgetLastFact(reader, caseId, erasedAt);
        files.sweep(messages.forget(reader, caseId, erasedAt));
      } else {
        traces.forgetOpenings(reader, caseId, Set.of(id));
      }
      dropExports(reader, caseId, id, erasedAt);
    }
    left.forEach(fact -> facts.bury(caseId, fact));
    ends.erased(task, caseId, id, clock.instant());
    LOG.atInfo()
        .addKeyValue("reason", "erased")
        .addKeyValue("count", id == null ? left.size() : 1)
        .log("facts were erased and are gone");
  }

  private void dropExports(Citizen reader, CaseId caseId, @Nullable EventId id, Instant erasedAt) {
    traces
        .exportsWith(reader, caseId, id, erasedAt)
        .forEach(
            export -> {
              DynamoTraces.place(export).ifPresent(objects::removeExport);
              traces.dropExport(reader, export);
            });
  }
}
