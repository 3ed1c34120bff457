package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.insyn.caseworkerapi.StoredFacts.Standing;
import se.insyn.domain.people.Verdict;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FactChange;
import se.insyn.dynamodb.OpenedFact;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Closes the facts that the newest snapshot of a case lacks, and opens those that a later one has
 * after all. Each on condition that no newer snapshot has come meanwhile.
 */
@Singleton
final class MissedFacts {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  MissedFacts(DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Makes this the newest snapshot of its case.
   *
   * @throws se.insyn.http.Problem 404 for an erased case, 409 when a newer one has come
   */
  StoredCase begin(Snapshot snapshot) {
    return transactions.run(
        false,
        () -> {
          StoredCase stored = StoredFact.read(client, tables, snapshot.caseId(), null).theCase();
          Instant before = stored.asOf();
          if (before != null && before.isAfter(snapshot.asOf())) {
            throw Problems.newerSnapshot();
          }
          if (snapshot.asOf().equals(before)) {
            return Decision.unchanged(stored);
          }
          Instant now = now();
          Instant covers = snapshot.asOf().isBefore(now) ? snapshot.asOf() : now;
          return new Decision<>(
              stored.with(snapshot.asOf(), covers),
              List.of(
                  stored.snapshot(tables, snapshot.asOf(), covers),
                  audit(snapshot, now, Map.of("act", "snapshot"))));
        });
  }

  /** Closes a fact unless it was pushed since the snapshot; the members of the answer. */
  Map<String, Object> close(Snapshot snapshot, Standing fact) {
    return transactions.run(
        false,
        () -> {
          StoredFact stored = read(snapshot, fact);
          Map<String, AttributeValue> item = stored.event();
          if (item == null
              || stored.isErased()
              || item.containsKey(EventItems.MISSED)
              || !stored.theCase().isCovered(Values.time(item, EventItems.TAKEN_IN))) {
            return Decision.unchanged(Map.of("result", "kept"));
          }
          return new Decision<>(
              Map.of("result", "closed"),
              List.of(
                  FactChange.missed(snapshot.asOf()).write(tables, item),
                  stored.theCase().unchanged(tables),
                  audit(snapshot, now(), act("missed", fact))));
        });
  }

  /** Opens a fact that an earlier snapshot lacked and this one has, for those who had it. */
  Verdict reopen(Snapshot snapshot, Standing fact) {
    return transactions.run(
        false,
        () -> {
          StoredFact stored = read(snapshot, fact);
          Map<String, AttributeValue> item = stored.event();
          if (item == null
              || stored.isErased()
              || stored.verdict(fact.version(), fact.hash()) != Verdict.DUPLICATE
              || !isMissedBefore(snapshot, item)) {
            return Decision.unchanged(Verdict.DUPLICATE);
          }
          Instant now = stored.theCase().takenIn(clock.instant());
          FactChange change = FactChange.found(item, now);
          var writes = new ArrayList<TransactWriteItem>();
          writes.add(change.write(tables, item));
          writes.add(stored.theCase().unchanged(tables));
          if (EventItems.isOpen(change.set())) {
            writes.addAll(
                OpenedFact.writes(
                    tables,
                    item,
                    stored.theCase().persons(),
                    snapshot.caseId(),
                    now,
                    Snapshots.UNTIL_TOLD));
          }
          writes.add(audit(snapshot, now, act("found", fact)));
          return new Decision<>(Verdict.APPLIED, writes);
        });
  }

  private static boolean isMissedBefore(Snapshot snapshot, Map<String, AttributeValue> item) {
    Instant missedAsOf = Values.optionalTime(item, EventItems.MISSED);
    return missedAsOf != null && missedAsOf.isBefore(snapshot.asOf());
  }

  /** The fact and its case, of which this still is the newest snapshot. */
  private StoredFact read(Snapshot snapshot, Standing fact) {
    StoredFact stored = StoredFact.read(client, tables, snapshot.caseId(), fact.id());
    if (!Objects.equals(stored.theCase().asOf(), snapshot.asOf())) {
      throw Problems.newerSnapshot();
    }
    return stored;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Map<String, String> act(String act, Standing fact) {
    return Map.of(
        "act", act,
        "what", fact.kind(),
        "id", fact.id().value(),
        "version", Long.toString(fact.version()));
  }

  private TransactWriteItem audit(Snapshot snapshot, Instant at, Map<String, String> act) {
    var row = new LinkedHashMap<>(act);
    row.put("by", snapshot.theCase().push().source().value());
    row.put("asOf", snapshot.asOf().toString());
    return AuditItems.row(tables, AuditItems.subject(snapshot.caseId()), at, row);
  }
}
