package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.Fact;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.CitizenKeys;
import se.insyn.domain.people.Head;
import se.insyn.domain.people.PersonalIdentityNumber;
import se.insyn.domain.people.Protection;
import se.insyn.domain.people.Verdict;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Takes in what a source says of a person's protection: one conditional update of the person's head
 * (and of the heads of earlier numbers) with its row of audit. The same answer whether the number
 * is known to us or not.
 */
@Singleton
final class ProtectionPushes {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final CitizenKeys keys;
  private final Clock clock;

  ProtectionPushes(
      DynamoDbClient client,
      Tables tables,
      Transactions transactions,
      CitizenKeys keys,
      Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.keys = keys;
    this.clock = clock;
  }

  /** What became of the statement about the person's present number. */
  Verdict take(Push push) {
    Members data = push.data();
    var today = Stockholm.today(clock);
    PersonalIdentityNumber number = PushedPerson.number(data, today);
    if (!data.has("personalNumber")) {
      data.wrong("personalNumber", "is required");
    }
    List<PersonalIdentityNumber> previous = PushedPerson.previous(data, today);
    long version = data.whole("version", 1, Fact.LAST_VERSION);
    Protection protection = data.code("protection", Protection.class);
    data.refuseIfWrong();
    Citizen citizen = keys.citizen(Objects.requireNonNull(number));
    var citizens = new LinkedHashSet<Citizen>(List.of(citizen));
    previous.forEach(earlier -> citizens.add(keys.citizen(earlier)));
    String hash = hash(push.raw(), citizens);
    String origin = "source:" + push.source().value();
    return transactions.run(
        push.dryRun(),
        () -> {
          var heads =
              new Heads(
                  tables.people(),
                  citizens,
                  Batch.get(
                      client,
                      tables.people(),
                      citizens.stream().map(PersonItems::headKey).toList(),
                      null));
          Verdict verdict = null;
          for (Citizen each : citizens) {
            Head.Change change = heads.of(each).state(origin, version, hash, protection);
            heads.change(each, change.head());
            verdict = verdict == null ? change.verdict() : verdict;
          }
          return new Decision<>(
              Objects.requireNonNull(verdict), writes(push, citizen, version, heads));
        });
  }

  private List<TransactWriteItem> writes(Push push, Citizen citizen, long version, Heads heads) {
    if (heads.areUnchanged()) {
      return List.of();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var writes = new ArrayList<>(heads.writes(false, now));
    writes.add(
        AuditItems.row(
            tables,
            AuditItems.subject(citizen),
            now,
            Map.of(
                "act", "protection",
                "by", push.source().value(),
                "version", Long.toString(version))));
    return writes;
  }

  /**
   * Over what came, with citizens in the place of numbers: a hash of a number could be reversed.
   */
  private static String hash(Map<String, @Nullable Object> raw, Iterable<Citizen> citizens) {
    var hashed = new LinkedHashMap<>(raw);
    hashed.remove("previousNumbers");
    var keys = new ArrayList<Object>();
    citizens.forEach(citizen -> keys.add(citizen.key()));
    hashed.put("personalNumber", keys);
    return Json.hash(hashed);
  }
}
