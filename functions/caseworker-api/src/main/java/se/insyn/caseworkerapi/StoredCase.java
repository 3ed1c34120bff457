package se.insyn.caseworkerapi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
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
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What a push must know of its case as it is stored: of an erased one, what its tombstone says.
 * {@code erasedAt} is the latest time at which a case of this number was erased, {@code asOf} that
 * of the newest snapshot, {@code covers} up to when that can have known what was taken in.
 */
record StoredCase(
    CaseId id,
    long version,
    String hash,
    boolean isErased,
    @Nullable Instant erasedAt,
    @Nullable Instant asOf,
    @Nullable Instant covers,
    List<Person> persons) {

  private static final Map<String, String> NAMES =
      Map.of("#version", "version", "#asOf", CaseItems.AS_OF);

  static @Nullable StoredCase read(@Nullable Map<String, AttributeValue> item) {
    return item == null
        ? null
        : new StoredCase(
            new CaseId(Values.text(item, "caseId")),
            Values.number(item, "version"),
            Values.text(item, "hash"),
            CaseItems.isErased(item),
            CaseItems.erasedAt(item),
            Values.optionalTime(item, CaseItems.AS_OF),
            Values.optionalTime(item, CaseItems.COVERS),
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
      put.conditionExpression(stored.condition())
          .expressionAttributeNames(NAMES)
          .expressionAttributeValues(stored.values());
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
                .conditionExpression(condition())
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(values())
                .build())
        .build();
  }

  /** The same with this newest snapshot. */
  StoredCase with(Instant newAsOf, Instant newCovers) {
    return new StoredCase(id, version, hash, isErased, erasedAt, newAsOf, newCovers, persons);
  }

  /** From now on this is its newest snapshot, if the case still is as it was read. */
  TransactWriteItem snapshot(Tables tables, Instant asOf, Instant covers) {
    var values = new LinkedHashMap<>(values());
    values.put(":new", Values.time(asOf));
    values.put(":covers", Values.time(covers));
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(tables.cases())
                .key(CaseItems.key(id))
                .updateExpression("SET #asOf = :new, #covers = :covers")
                .conditionExpression(condition())
                .expressionAttributeNames(namesWithCovers())
                .expressionAttributeValues(values)
                .build())
        .build();
  }

  private static Map<String, String> namesWithCovers() {
    var names = new LinkedHashMap<>(NAMES);
    names.put("#covers", CaseItems.COVERS);
    return names;
  }

  /**
   * Whether the newest snapshot must have what was taken in then, if its system has it: to the
   * second, and whatever its clock says no later than when it first came.
   */
  boolean isCovered(Instant takenIn) {
    return covers != null
        && !takenIn.truncatedTo(ChronoUnit.SECONDS).isAfter(covers.truncatedTo(ChronoUnit.SECONDS));
  }

  private String condition() {
    return (isErased ? "attribute_exists(erased)" : "attribute_not_exists(erased)")
        + " AND #version = :read AND "
        + (asOf == null ? "attribute_not_exists(#asOf)" : "#asOf = :asOf");
  }

  private Map<String, AttributeValue> values() {
    var values = new LinkedHashMap<>(Map.of(":read", Values.number(version)));
    if (asOf != null) {
      values.put(":asOf", Values.time(asOf));
    }
    return values;
  }
}
