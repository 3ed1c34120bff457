package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Fact;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Verdict;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.MessageStub;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Gallring på begäran: takes a fact, or a whole case, away for good. One transaction, after which
 * nobody sees it: a tombstone with the version in its place, so that what is pushed late stays
 * stale; nobody's place in an erased case; a row of audit; and the task that removes the rest. What
 * anybody said of a person's protection stays as it is.
 */
@Singleton
final class ErasePushes {

  /**
   * By so much the clocks of two instances may differ: an erasure covers what was taken in until
   * then, and what comes after it is taken in later still ({@link StoredCase#takenIn}).
   */
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  ErasePushes(DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** An erasure, read and checked. */
  private record Erasure(Push push, CaseId caseId, long version, String hash) {}

  /**
   * What became of it, by the versions of the fact or the case. What was never pushed is erased
   * too: a late push of it is stale then.
   *
   * @throws se.insyn.http.Problem 404 for a fact of a case that this source never pushed
   */
  Verdict take(Push push) {
    Members data = push.data();
    CaseId caseId = CaseId.of(push.source(), Fact.caseNumber(data));
    String id = data.optionalId("id");
    long version = data.whole("version", 1, Fact.LAST_VERSION);
    data.refuseIfWrong();
    var erasure = new Erasure(push, caseId, version, push.hash());
    return transactions.run(
        push.dryRun(),
        () -> id == null ? decideCase(erasure) : decideFact(erasure, new EventId(id)));
  }

  private Decision<Verdict> decideFact(Erasure erasure, EventId id) {
    StoredFact stored = StoredFact.read(client, tables, erasure.caseId(), id);
    StoredCase itsCase = stored.theCase();
    Verdict verdict = stored.verdict(erasure.version(), erasure.hash());
    if (verdict != Verdict.APPLIED) {
      return Decision.unchanged(verdict);
    }
    Instant now = itsCase.takenIn(clock.instant());
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(
        stored.put(
            tables,
            EventItems.tombstone(
                erasure.caseId(), id, stored.kind(), erasure.version(), erasure.hash())));
    writes.add(itsCase.unchanged(tables));
    writes.addAll(ofMessage(erasure, id, stored.message(), itsCase));
    writes.add(task(erasure, id, now, now, itsCase.persons()));
    writes.add(audit(erasure, id, now));
    return new Decision<>(verdict, writes);
  }

  /** The content of a message lies with its reader, and goes at once. */
  private List<TransactWriteItem> ofMessage(
      Erasure erasure, EventId id, @Nullable MessageStub message, StoredCase itsCase) {
    return message == null
        ? List.of()
        : StoredMessage.read(
                client,
                tables,
                List.of(message.citizen()),
                message.threadKey(erasure.caseId()),
                id,
                itsCase.erasedAt())
            .delete(tables);
  }

  private Decision<Verdict> decideCase(Erasure erasure) {
    StoredCase stored = StoredFact.read(client, tables, erasure.caseId(), null).caseIfAny();
    Verdict verdict = StoredCase.verdict(stored, erasure.version(), erasure.hash());
    if (verdict != Verdict.APPLIED) {
      return Decision.unchanged(verdict);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant until = until(stored, now);
    List<Person> persons = StoredCase.personsOf(stored);
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(
        StoredCase.put(
            tables,
            stored,
            CaseItems.tombstone(
                erasure.caseId(), erasure.version(), erasure.hash(), persons, until)));
    for (Citizen citizen : StoredCase.citizensWithPlace(stored)) {
      writes.add(PersonItems.removePlace(tables, citizen, erasure.caseId()));
    }
    writes.add(task(erasure, null, until, now, persons));
    writes.add(audit(erasure, null, now));
    return new Decision<>(verdict, writes);
  }

  /** Never less than an erasure before it, whatever the clock of this instance says. */
  private static Instant until(@Nullable StoredCase stored, Instant now) {
    Instant until = now.plus(CLOCKS_DIFFER);
    Instant before = stored == null ? null : stored.erasedAt();
    return before == null || until.isAfter(before) ? until : before.plusMillis(1);
  }

  private TransactWriteItem task(
      Erasure erasure,
      @Nullable EventId id,
      Instant until,
      Instant filesUntil,
      List<Person> persons) {
    return TaskItems.erase(
        tables, until, filesUntil, erasure.caseId(), id, CasePushes.everybody(persons));
  }

  private TransactWriteItem audit(Erasure erasure, @Nullable EventId id, Instant now) {
    var act =
        new LinkedHashMap<>(
            Map.of(
                "act", "erase",
                "by", erasure.push().source().value(),
                "version", Long.toString(erasure.version())));
    if (id != null) {
      act.put("id", id.value());
    }
    return AuditItems.row(tables, AuditItems.subject(erasure.caseId()), now, act);
  }
}
