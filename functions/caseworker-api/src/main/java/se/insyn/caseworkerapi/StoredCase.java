package se.insyn.caseworkerapi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Verdict;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What a push must know of its case as it is stored: of an erased one, what its tombstone says.
 * {@code erasedAt} is the latest time at which a case of this number was erased.
 */
record StoredCase(
    CaseId id,
    long version,
    String hash,
    boolean isErased,
    @Nullable Instant erasedAt,
    List<Person> persons) {

  static @Nullable StoredCase read(@Nullable Map<String, AttributeValue> item) {
    return item == null
        ? null
        : new StoredCase(
            new CaseId(Values.text(item, "caseId")),
            Values.number(item, "version"),
            Values.text(item, "hash"),
            CaseItems.isErased(item),
            CaseItems.erasedAt(item),
            CaseItems.persons(item));
  }

  /** What is to become of a push of this version; everything is new where nothing is stored. */
  static Verdict verdict(@Nullable StoredCase stored, long version, String hash) {
    return stored == null
        ? Verdict.APPLIED
        : Verdict.of(version, hash, stored.version, stored.hash);
  }

  /**
   * When a fact is taken in, in whole milliseconds: always after an erasure of the case, whatever
   * the clock of this instance says.
   */
  Instant takenIn(Instant now) {
    Instant truncated = now.truncatedTo(ChronoUnit.MILLIS);
    return erasedAt == null || truncated.isAfter(erasedAt) ? truncated : erasedAt.plusMillis(1);
  }

  /** Everybody who was in it. */
  static List<Person> personsOf(@Nullable StoredCase stored) {
    return stored == null ? List.of() : stored.persons;
  }

  /** Who had a place in it that opens it to them. */
  static Set<Citizen> citizensWithPlace(@Nullable StoredCase stored) {
    var citizens = new LinkedHashSet<Citizen>();
    personsOf(stored).forEach(person -> person.placed().ifPresent(citizens::add));
    return citizens;
  }

  /** The write of the case's item, if it still is as it was read. */
  static TransactWriteItem put(
      Tables tables, @Nullable StoredCase stored, Map<String, AttributeValue> item) {
    var put = Put.builder().tableName(tables.cases()).item(item);
    if (stored == null) {
      put.conditionExpression("attribute_not_exists(caseId)");
    } else {
      put.conditionExpression("#version = :read")
          .expressionAttributeNames(Map.of("#version", "version"))
          .expressionAttributeValues(Map.of(":read", Values.number(stored.version)));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  /** A case that changed meanwhile may have other persons: then all is decided anew. */
  TransactWriteItem unchanged(Tables tables) {
    return TransactWriteItem.builder()
        .conditionCheck(
            ConditionCheck.builder()
                .tableName(tables.cases())
                .key(CaseItems.key(id))
                .conditionExpression("#version = :read")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":read", Values.number(version)))
                .build())
        .build();
  }
}
