package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.flag;
import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.optionalTime;
import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseHeader;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.Role;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.Shown;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The item {@code CASE} of the table {@code cases}: the case itself, without a personal number. */
public final class CaseItems {

  /** The time of the newest snapshot of the case. */
  public static final String AS_OF = "asOf";

  /** Up to when that snapshot can have known what was taken in. */
  public static final String COVERS = "asOfCovers";

  private CaseItems() {}

  public static Map<String, AttributeValue> key(CaseId caseId) {
    return Map.of("caseId", text(caseId.value()), "item", text("CASE"));
  }

  /**
   * A case as an item.
   *
   * @param header the members that {@link CaseHeader#from} knows, as they came
   * @param erasedAt when an earlier case of this number was erased
   * @param asOf the time of the newest snapshot of it
   * @param covers up to when that can have known what was taken in
   */
  public static Map<String, AttributeValue> item(
      Case stored,
      String hash,
      Map<String, Object> header,
      @Nullable Instant erasedAt,
      @Nullable Instant asOf,
      @Nullable Instant covers) {
    var item = new LinkedHashMap<>(key(stored.id()));
    item.put("version", number(stored.version()));
    item.put("hash", text(hash));
    item.put("source", text(stored.source().value()));
    item.put("caseNumber", text(stored.number().value()));
    item.put("header", text(Json.write(header)));
    item.put("persons", persons(stored.persons()));
    item.put("updatedAt", time(stored.updatedAt()));
    if (erasedAt != null) {
      item.put("erasedAt", time(erasedAt));
    }
    if (asOf != null) {
      item.put(AS_OF, time(asOf));
    }
    if (covers != null) {
      item.put(COVERS, time(covers));
    }
    return item;
  }

  /** What stays of an erased case: its version, and who counts as who in it. */
  public static Map<String, AttributeValue> tombstone(
      CaseId caseId, long version, String hash, List<Person> persons, Instant erasedAt) {
    var item = new LinkedHashMap<>(key(caseId));
    item.put("version", number(version));
    item.put("hash", text(hash));
    item.put("erased", flag(true));
    item.put("persons", persons(persons.stream().map(Person::erased).toList()));
    item.put("erasedAt", time(erasedAt));
    return item;
  }

  /** A condition of a transaction: that the case still is as it was read. */
  public static TransactWriteItem isStill(Tables tables, Case read) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(tables.cases())
                    .key(key(read.id()))
                    .conditionExpression("#version = :read AND attribute_not_exists(erased)")
                    .expressionAttributeNames(Map.of("#version", "version"))
                    .expressionAttributeValues(Map.of(":read", number(read.version()))))
        .build();
  }

  public static boolean isErased(Map<String, AttributeValue> item) {
    return item.containsKey("erased");
  }

  public static @Nullable Instant erasedAt(Map<String, AttributeValue> item) {
    return optionalTime(item, "erasedAt");
  }

  /** Everybody who is or was in a case, also in an erased one. */
  public static List<Person> persons(Map<String, AttributeValue> item) {
    return persons(Json.parse(text(item, "persons")));
  }

  private static AttributeValue persons(List<Person> persons) {
    return text(Json.write(persons.stream().map(each -> person(each).members()).toList()));
  }

  /** The case in an item. */
  public static Case read(Map<String, AttributeValue> item) {
    Members header = Members.of(Json.parseObject(text(item, "header")), "");
    var read =
        new Case(
            new CaseId(text(item, "caseId")),
            new CaseNumber(text(item, "caseNumber")),
            new Source(text(item, "source")),
            number(item, "version"),
            CaseHeader.from(header),
            persons(item),
            time(item, "updatedAt"));
    header.refuseIfWrong();
    return read;
  }

  private static Shown person(Person person) {
    return new Shown()
        .put("id", person.id())
        .put("citizen", person.citizen() == null ? null : person.citizen().key())
        .put("formerly", person.formerly().stream().map(Citizen::key).toList())
        .put("name", person.name())
        .put("role", person.role())
        .put("from", person.from())
        .put("to", person.to())
        .put("present", person.present())
        .put("couldLogIn", person.couldLogIn());
  }

  private static List<Person> persons(@Nullable Object json) {
    if (json instanceof List<?> list) {
      return list.stream().map(CaseItems::person).toList();
    }
    throw new Unreadable("persons");
  }

  private static Person person(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      throw new Unreadable("person");
    }
    Members members = Members.of(Json.asObject(map), "");
    String citizen = members.optionalText("citizen", 200);
    var person =
        new Person(
            members.id("id"),
            citizen == null ? null : new Citizen(citizen),
            members.texts("formerly", 100, 200).stream().map(Citizen::new).toList(),
            members.text("name", 200),
            members.code("role", Role.class),
            members.optionalDate("from"),
            members.optionalDate("to"),
            members.flag("present", false),
            members.flag("couldLogIn", true));
    members.refuseIfWrong();
    return person;
  }
}
