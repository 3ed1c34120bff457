package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.optionalTime;
import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Membership;
import se.insyn.domain.cases.Role;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.Shown;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;
import se.insyn.domain.people.Protection;
import se.insyn.domain.people.Statement;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The items of the table {@code people}: a person's {@code HEAD}, and their places in cases. */
public final class PersonItems {

  static final String HEAD = "HEAD";
  private static final String CASE = "CASE#";
  private static final String LAST_FACT = "LAST-FACT#";

  private PersonItems() {}

  public static Map<String, AttributeValue> headKey(Citizen citizen) {
    return Map.of("citizen", text(citizen.key()), "item", text(HEAD));
  }

  public static Map<String, AttributeValue> membershipKey(Citizen citizen, CaseId caseId) {
    return Map.of("citizen", text(citizen.key()), "item", text(CASE + caseId.value()));
  }

  /** The time of the last fact of a case that was open to this citizen when it was taken in. */
  public static Map<String, AttributeValue> lastFactKey(Citizen citizen, CaseId caseId) {
    return Map.of("citizen", text(citizen.key()), "item", text(LAST_FACT + caseId.value()));
  }

  static boolean isLastFact(Map<String, AttributeValue> item) {
    return text(item, "item").startsWith(LAST_FACT);
  }

  /** The case of an item by {@link #lastFactKey}. */
  static CaseId caseOfLastFact(Map<String, AttributeValue> item) {
    return new CaseId(text(item, "item").substring(LAST_FACT.length()));
  }

  /** The write that goes with every fact that is open to this citizen. */
  public static TransactWriteItem lastFact(
      Tables tables, Citizen citizen, CaseId caseId, Instant at) {
    var item = new LinkedHashMap<>(lastFactKey(citizen, caseId));
    item.put("at", Values.time(at));
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(tables.people()).item(item).build())
        .build();
  }

  /** Asks for one place of this citizen in any case, whether or not it is seen. */
  public static QueryRequest anyPlace(Tables tables, Citizen citizen) {
    return QueryRequest.builder()
        .tableName(tables.people())
        .consistentRead(true)
        .limit(1)
        .keyConditionExpression("citizen = :citizen AND begins_with(#item, :case)")
        .expressionAttributeNames(Map.of("#item", "item"))
        .expressionAttributeValues(
            Map.of(":citizen", Values.text(citizen.key()), ":case", Values.text(CASE)))
        .build();
  }

  static boolean isMembership(Map<String, AttributeValue> item) {
    return text(item, "item").startsWith(CASE);
  }

  /**
   * The head in an item; without one, a person of whom nothing is known.
   *
   * @throws RuntimeException when it cannot be read, which the caller takes as no access
   */
  public static Head head(@Nullable Map<String, AttributeValue> item) {
    if (item == null || item.isEmpty()) {
      return Head.UNKNOWN;
    }
    var statements = new HashMap<String, Statement>();
    Json.parseObject(text(item, "statements"))
        .forEach((origin, value) -> statements.put(origin, statement(value)));
    var head =
        new Head(
            statements,
            Values.number(item, "epoch"),
            Values.number(item, "revision"),
            optionalTime(item, "notBefore"));
    if (head.isProtected() != Values.flag(item, "protected")) {
      throw new Unreadable("protected");
    }
    return head;
  }

  /** The attributes of a head that a statement changes; {@code notBefore} is left as it is. */
  public static Map<String, AttributeValue> statements(Head head) {
    var all = new Shown();
    head.statements()
        .forEach(
            (origin, statement) ->
                all.put(
                    origin,
                    new Shown()
                        .put("version", statement.version())
                        .put("hash", statement.hash())
                        .put("value", statement.value())
                        .put("seen", List.copyOf(new TreeSet<>(statement.protectedVersions())))));
    return Map.of(
        "statements", text(Json.write(all.members())),
        "protected", Values.flag(head.isProtected()),
        "epoch", Values.number(head.epoch()),
        "revision", Values.number(head.revision()));
  }

  private static Statement statement(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new Unreadable("a statement");
    }
    Members members = Members.of(Json.asObject(map), "");
    var seen = new HashSet<Long>();
    if (map.get("seen") instanceof List<?> versions) {
      versions.forEach(version -> seen.add((Long) version));
    }
    var statement =
        new Statement(
            members.whole("version", 1, Long.MAX_VALUE),
            members.text("hash", 64),
            members.code("value", Protection.class),
            seen);
    members.refuseIfWrong();
    return statement;
  }

  /** A place in a case as an item of this citizen. */
  public static Map<String, AttributeValue> membership(Citizen citizen, Membership place) {
    var epochs = new Shown();
    place.epochs().forEach((person, epoch) -> epochs.put(person.key(), epoch));
    var body =
        new Shown()
            .put("caseNumber", place.caseNumber().value())
            .put("source", place.source().value())
            .put("area", place.area())
            .put("personId", place.personId())
            .put("role", place.role())
            .put("from", place.from())
            .put("to", place.to())
            .put("closedOn", place.closedOn())
            .put("erasedAt", place.erasedAt())
            .put("epochs", epochs)
            .put("formerly", place.formerly().stream().map(Citizen::key).sorted().toList());
    var item = new LinkedHashMap<>(membershipKey(citizen, place.caseId()));
    item.put("body", text(Json.write(body.members())));
    return item;
  }

  /** The write that takes this citizen's place in a case away. */
  public static TransactWriteItem removePlace(Tables tables, Citizen citizen, CaseId caseId) {
    return TransactWriteItem.builder()
        .delete(
            Delete.builder().tableName(tables.people()).key(membershipKey(citizen, caseId)).build())
        .build();
  }

  static Membership membership(Map<String, AttributeValue> item) {
    Map<String, @Nullable Object> body = Json.parseObject(text(item, "body"));
    Members members = Members.of(body, "");
    var epochs = new HashMap<Citizen, Long>();
    if (body.get("epochs") instanceof Map<?, ?> map) {
      map.forEach((person, epoch) -> epochs.put(new Citizen((String) person), (Long) epoch));
    }
    var formerly = new LinkedHashSet<Citizen>();
    if (body.get("formerly") instanceof List<?> keys) {
      keys.forEach(key -> formerly.add(new Citizen((String) key)));
    }
    var membership =
        new Membership(
            new CaseId(text(item, "item").substring(CASE.length())),
            new CaseNumber(members.text("caseNumber", 40)),
            new Source(members.text("source", 200)),
            members.code("area", Area.class),
            members.id("personId"),
            members.code("role", Role.class),
            members.optionalDate("from"),
            members.optionalDate("to"),
            members.optionalDate("closedOn"),
            members.optionalInstant("erasedAt"),
            epochs,
            formerly);
    members.refuseIfWrong();
    return membership;
  }
}
