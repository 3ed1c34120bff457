package se.insyn.caseworkerapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.caseworkerapi.CasePushes.PushedCase;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.Membership;
import se.insyn.domain.cases.Person;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Transactions;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes of one case push, all of one transaction. */
final class CaseWrites {

  private final Tables tables;
  private final PushedCase pushed;
  private final List<Person> present;
  private final Heads heads;
  private final Instant now;

  CaseWrites(Tables tables, PushedCase pushed, List<Person> present, Heads heads, Instant now) {
    this.tables = tables;
    this.pushed = pushed;
    this.present = present;
    this.heads = heads;
    this.now = now;
  }

  /** Only what the push says of protection. */
  List<TransactWriteItem> protectionOnly() {
    var writes = new ArrayList<>(heads.writes(false, now));
    writes.add(audit("protection"));
    return writes;
  }

  /** The whole push, over what is stored. */
  List<TransactWriteItem> apply(@Nullable StoredCase stored) {
    refuseWrongAudience(stored);
    List<Person> persons = persons(stored);
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(putCase(stored, persons));
    writes.addAll(heads.writes(true, now));
    var placed = new HashSet<Citizen>();
    for (Person person : persons) {
      person
          .placed()
          .ifPresent(
              citizen -> {
                placed.add(citizen);
                writes.add(
                    put(tables.people(), PersonItems.membership(citizen, place(person, stored))));
              });
    }
    for (Citizen gone : StoredCase.citizensWithPlace(stored)) {
      if (!placed.contains(gone)) {
        writes.add(PersonItems.removePlace(tables, gone, pushed.id()));
      }
    }
    LocalDate closedSince = pushed.header().closedSince();
    if (closedSince != null) {
      writes.add(TaskItems.closed(tables, closedSince, pushed.id()));
    }
    writes.add(audit("push"));
    if (writes.size() > Transactions.MOST_WRITES) {
      throw new InvalidMembers("/data/persons", "are too many, with their earlier numbers");
    }
    return writes;
  }

  /**
   * Refuses a next step whose audience is not as agreed.
   *
   * @throws InvalidMembers naming it
   */
  void refuseWrongAudience(@Nullable StoredCase stored) {
    if (pushed.header().nextStep() != null) {
      Audiences.resolve(
          pushed.header().nextStep().audience(), persons(stored), "/data/nextStep/audience");
    }
  }

  /** Everybody of the push, and behind them everybody who was in the case before and has left. */
  private List<Person> persons(@Nullable StoredCase stored) {
    var persons = new ArrayList<>(present);
    for (Person before : StoredCase.personsOf(stored)) {
      if (pushed.persons().stream().noneMatch(person -> person.isSameHuman(before))) {
        persons.add(before.gone());
      }
    }
    return persons;
  }

  private Membership place(Person person, @Nullable StoredCase stored) {
    var epochs = new LinkedHashMap<Citizen, Long>();
    CasePushes.everybody(present)
        .forEach(citizen -> epochs.put(citizen, heads.of(citizen).epoch()));
    return new Membership(
        pushed.id(),
        pushed.number(),
        pushed.source(),
        pushed.header().area(),
        person.id(),
        person.role(),
        person.from(),
        person.to(),
        pushed.header().closedSince(),
        stored == null ? null : stored.erasedAt(),
        epochs,
        Set.copyOf(person.formerly()));
  }

  private TransactWriteItem putCase(@Nullable StoredCase stored, List<Person> persons) {
    var written =
        new Case(
            pushed.id(),
            pushed.number(),
            pushed.source(),
            pushed.version(),
            pushed.header(),
            persons,
            now);
    return StoredCase.put(
        tables,
        stored,
        CaseItems.item(
            written,
            pushed.hash(),
            pushed.headerMembers(),
            stored == null ? null : stored.erasedAt(),
            stored == null ? null : stored.asOf(),
            stored == null ? null : stored.covers()));
  }

  private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).build())
        .build();
  }

  private TransactWriteItem audit(String act) {
    return AuditItems.row(
        tables,
        AuditItems.subject(pushed.id()),
        now,
        Map.of(
            "act",
            act,
            "by",
            pushed.source().value(),
            "what",
            "case",
            "version",
            Long.toString(pushed.version())));
  }
}
