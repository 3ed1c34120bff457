package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.insyn.caseworkerapi.PushedPerson.Resolved;
import se.insyn.domain.cases.CaseHeader;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.Fact;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.CitizenKeys;
import se.insyn.domain.people.Protection;
import se.insyn.domain.people.Verdict;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Takes in a case with its persons. One batch of reads (the case, and the head of everybody in it;
 * a second one where the case knows numbers that the push no longer names), one transaction: the
 * case, each person's place in it, what it says of their protection, and a row of audit. An older
 * version, or the same one with other content, changes nothing but that a stricter protection
 * counts.
 */
@Singleton
final class CasePushes {

  private static final int MOST_PERSONS = 24;

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final CitizenKeys keys;
  private final Clock clock;

  CasePushes(
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

  /** A case push, read and checked, with citizens in the place of numbers. */
  record PushedCase(
      CaseId id,
      CaseNumber number,
      Source source,
      long version,
      String hash,
      CaseHeader header,
      Map<String, Object> headerMembers,
      List<Resolved> persons) {

    /** Everybody that the push names. */
    Set<Citizen> citizens() {
      var all = new LinkedHashSet<Citizen>();
      persons.forEach(person -> all.addAll(person.named()));
      return all;
    }

    /** Everybody that the push names but this person. */
    Set<Citizen> others(Resolved person) {
      var others = citizens();
      others.removeAll(person.named());
      return others;
    }

    /** What this case says about somebody's protection stands under this origin. */
    String origin() {
      return "case:" + id.value();
    }
  }

  Verdict take(Push push) {
    PushedCase pushed = read(push);
    return transactions.run(push.dryRun(), () -> decide(pushed, true));
  }

  /**
   * Only what a case that is not taken now says of protection, which counts all the same; nothing
   * where it protects nobody.
   */
  void takeProtections(Push push) {
    PushedCase pushed = read(push);
    boolean protects =
        pushed.persons().stream()
            .anyMatch(person -> person.pushed().protection() != Protection.NONE);
    if (protects) {
      transactions.run(push.dryRun(), () -> decide(pushed, false));
    }
  }

  private PushedCase read(Push push) {
    Members data = push.data();
    CaseNumber number = Fact.caseNumber(data);
    long version = data.whole("version", 1, Fact.LAST_VERSION);
    Members headerMembers = Members.of(push.raw(), "/data");
    CaseHeader header = CaseHeader.from(data);
    LocalDate today = Stockholm.today(clock);
    List<PushedPerson> persons =
        data.someOf("persons", MOST_PERSONS, person -> PushedPerson.from(person, today));
    data.refuseIfWrong();
    CaseHeader.from(headerMembers);
    CaseId id = CaseId.of(push.source(), number);
    List<Resolved> resolved = persons.stream().map(person -> person.resolve(keys, id)).toList();
    refuseTwins(resolved);
    return new PushedCase(
        id,
        number,
        push.source(),
        version,
        CaseHash.of(push.raw(), resolved),
        header,
        headerMembers.known(),
        resolved);
  }

  /** Nobody stands in a case twice, neither by id nor by number. */
  private static void refuseTwins(List<Resolved> persons) {
    var ids = new HashSet<String>();
    var citizens = new HashSet<Citizen>();
    for (int i = 0; i < persons.size(); i++) {
      if (!ids.add(persons.get(i).pushed().id())) {
        throw new InvalidMembers("/data/persons/" + i + "/id", "names a person twice");
      }
      for (Citizen citizen : persons.get(i).named()) {
        if (!citizens.add(citizen)) {
          throw new InvalidMembers("/data/persons/" + i, "has a number that another person has");
        }
      }
    }
  }

  /**
   * @param isTaken false = whatever its version, it only closes
   */
  private Decision<Verdict> decide(PushedCase pushed, boolean isTaken) {
    Map<String, AttributeValue> storedItem = null;
    var headItems = new ArrayList<Map<String, AttributeValue>>();
    for (Map<String, AttributeValue> item : readItems(pushed)) {
      if (item.containsKey("caseId")) {
        storedItem = item;
      } else {
        headItems.add(item);
      }
    }
    StoredCase stored = StoredCase.read(storedItem);
    List<Person> persons =
        pushed.persons().stream()
            .map(person -> person.person(StoredCase.personsOf(stored), pushed.others(person)))
            .toList();
    headItems.addAll(headsNotNamed(pushed, persons));
    var heads = new Heads(tables.people(), everybody(persons), headItems);
    Verdict verdict =
        isTaken ? StoredCase.verdict(stored, pushed.version(), pushed.hash()) : Verdict.STALE;
    for (int i = 0; i < persons.size(); i++) {
      Protection protection = pushed.persons().get(i).pushed().protection();
      if (verdict == Verdict.APPLIED || protection != Protection.NONE) {
        for (Citizen citizen : identities(persons.get(i))) {
          heads.change(
              citizen,
              heads
                  .of(citizen)
                  .state(pushed.origin(), pushed.version(), protection.code(), protection)
                  .head());
        }
      }
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var writes = new CaseWrites(tables, pushed, persons, heads, now);
    if (verdict == Verdict.APPLIED) {
      return new Decision<>(verdict, writes.apply(stored));
    }
    if (verdict == Verdict.CONFLICT) {
      writes.refuseWrongAudience(stored);
    }
    return new Decision<>(verdict, heads.areUnchanged() ? List.of() : writes.protectionOnly());
  }

  /** Everybody whose protection counts for one person: as a citizen has exactly one head. */
  static Set<Citizen> identities(Person person) {
    var identities = new LinkedHashSet<>(person.formerly());
    if (person.citizen() != null) {
      identities.add(person.citizen());
    }
    return identities;
  }

  static Set<Citizen> everybody(List<Person> persons) {
    var all = new LinkedHashSet<Citizen>();
    persons.forEach(person -> all.addAll(identities(person)));
    return all;
  }

  /** The heads of numbers that the case knows and the push no longer names. */
  private List<Map<String, AttributeValue>> headsNotNamed(PushedCase pushed, List<Person> persons) {
    Set<Citizen> rest = everybody(persons);
    rest.removeAll(pushed.citizens());
    return Batch.get(
        client, tables.people(), rest.stream().map(PersonItems::headKey).toList(), null);
  }

  private List<Map<String, AttributeValue>> readItems(PushedCase pushed) {
    var people =
        KeysAndAttributes.builder()
            .keys(pushed.citizens().stream().map(PersonItems::headKey).toList())
            .consistentRead(true)
            .build();
    var itsCase =
        KeysAndAttributes.builder().keys(List.of(CaseItems.key(pushed.id()))).consistentRead(true);
    var items = new ArrayList<Map<String, AttributeValue>>();
    Batch.all(client, Map.of(tables.people(), people, tables.cases(), itsCase.build()))
        .forEach(answer -> answer.values().forEach(items::addAll));
    return items;
  }
}
