package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.Role;
import se.insyn.domain.events.CaseEvent;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.News;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.events.Uploads;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Verdict;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FileProgress;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.IndexKeys;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Reader;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Values;
import se.insyn.http.Problem;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Takes in the facts of a case. One batch of reads (the case and the fact as they are), one
 * transaction: the fact, on condition that it is still as it was read, that the case is too, for
 * whom it is open that they got something, for whom it is news that they are to be told, and a row
 * of audit.
 */
@Singleton
final class FactPushes {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Uploads uploads;
  private final Clock clock;

  FactPushes(
      DynamoDbClient client,
      Tables tables,
      Transactions transactions,
      Uploads uploads,
      Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.uploads = uploads;
    this.clock = clock;
  }

  /**
   * What became of the fact; with the upload that it waits for, while its file is not there or not
   * yet checked. Where the bytes are there already, the store refuses it: nothing is overwritten.
   *
   * @throws Problem 404 for a case that this source never pushed
   * @throws InvalidMembers for what is wrong with the members; only after the case was found
   */
  Taken take(Push push, Kind kind) {
    return take(push, kind, null);
  }

  /**
   * The same for one fact of a whole case: who is told, is when all of it has been taken in.
   *
   * @param asOf of the snapshot
   * @throws Problem 409 when a newer one has come
   */
  Taken takeOfSnapshot(Push push, Kind kind, Instant asOf) {
    return take(push, kind, asOf);
  }

  private Taken take(Push push, Kind kind, @Nullable Instant asOf) {
    CaseEvent event = StoredFact.ofKnownCase(client, tables, push, kind::read);
    CaseId caseId = CaseId.of(push.source(), event.fact().caseNumber());
    String hash = push.hash();
    Waiting taken = transactions.run(push.dryRun(), () -> decide(push, caseId, event, hash, asOf));
    return new Taken(
        taken.verdict(),
        taken.file() == null || push.dryRun()
            ? null
            : uploads.of(caseId, event.fact().id(), taken.file()));
  }

  /** What became of a fact, and the file whose bytes are wanted. */
  private record Waiting(Verdict verdict, @Nullable StoredFile file) {

    static Waiting of(Verdict verdict, @Nullable FileProgress file, CaseEvent event) {
      return new Waiting(verdict, file != null && file.isWaiting() ? event.file() : null);
    }
  }

  private Decision<Waiting> decide(
      Push push, CaseId caseId, CaseEvent event, String hash, @Nullable Instant asOf) {
    StoredFact stored = StoredFact.read(client, tables, caseId, event.fact().id());
    StoredCase itsCase = stored.theCase();
    if (asOf != null && !asOf.equals(itsCase.asOf())) {
      throw Problems.newerSnapshot();
    }
    stored.refuseOtherKind(event.kind().code());
    Verdict verdict = stored.verdictOfPush(event.fact().version(), hash);
    if (verdict == Verdict.DUPLICATE || verdict == Verdict.STALE) {
      return Decision.unchanged(
          Waiting.of(verdict, verdict == Verdict.DUPLICATE ? stored.file(event) : null, event));
    }
    Instant now = itsCase.takenIn(clock.instant());
    FileProgress file = stored.file(event);
    List<Person> named =
        Audiences.resolve(event.fact().audience(), itsCase.persons(), "/data/audience");
    boolean opens = !IndexKeys.of(event, file != null && file.isServed()).isEmpty();
    // A file that waits is not what the earlier one was for: only who had that goes on having it.
    boolean opensToAll = opens && (file == null || file.state() == FileState.OK);
    long since = opensToAll ? now.toEpochMilli() : EventItems.NOT_YET;
    boolean isTold = opensToAll && News.isWorthTelling(event, Stockholm.day(now));
    var readers = new LinkedHashMap<Citizen, Reader>();
    var told = new LinkedHashSet<Citizen>();
    for (Person person : named) {
      reader(person, stored, since)
          .filter(reader -> readers.putIfAbsent(reader.citizen(), reader) == null)
          .filter(reader -> isTold && stored.isNewsTo(person, reader, event))
          .ifPresent(reader -> told.add(reader.citizen()));
    }
    Map<String, AttributeValue> item =
        EventItems.item(
            caseId, event, hash, List.copyOf(readers.values()), push.data().known(), now, file);
    if (Values.text(item, "line").getBytes(StandardCharsets.UTF_8).length
        > EventItems.LONGEST_LINE) {
      throw new InvalidMembers("/data", "what a list shows of it must fit into 2 KB");
    }
    if (verdict == Verdict.CONFLICT) {
      return Decision.unchanged(Waiting.of(verdict, null, event));
    }
    if (asOf != null && asOf.isBefore(now)) {
      // A later snapshot of an earlier time than now must be able to lack it.
      item.put(EventItems.TAKEN_IN, Values.time(asOf));
    }
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(stored.put(tables, item));
    writes.add(itsCase.unchanged(tables));
    if (opens) {
      readers.values().stream()
          .filter(reader -> reader.since() != EventItems.NOT_YET)
          .forEach(
              reader -> writes.add(PersonItems.lastFact(tables, reader.citizen(), caseId, now)));
    }
    Duration wait = asOf == null ? Duration.ZERO : Snapshots.UNTIL_TOLD;
    writes.addAll(NoticeItems.pending(tables, told, itsCase.persons(), caseId, now, wait));
    writes.add(
        AuditItems.row(
            tables,
            AuditItems.subject(caseId),
            now,
            Map.of(
                "act", "push",
                "by", push.source().value(),
                "what", event.kind().code(),
                "id", event.fact().id().value(),
                "version", Long.toString(event.fact().version()))));
    return new Decision<>(Waiting.of(verdict, file, event), writes);
  }

  private static Optional<Reader> reader(Person person, StoredFact stored, long otherwise) {
    return Optional.ofNullable(person.citizen())
        .map(
            citizen ->
                new Reader(
                    citizen,
                    person.id(),
                    person.role() == Role.CO_APPLICANT,
                    stored.since(person, otherwise)));
  }
}
