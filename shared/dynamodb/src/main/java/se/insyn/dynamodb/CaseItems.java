package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.text;
import static se.insyn.dynamodb.Values.time;

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

/** The item {@code CASE} of the table {@code cases}: the case itself, without a personal number. */
public final class CaseItems {

  private CaseItems() {}

  public static Map<String, AttributeValue> key(CaseId caseId) {
    return Map.of("caseId", text(caseId.value()), "item", text("CASE"));
  }

  /**
   * A case as an item.
   *
   * @param header the members that {@link CaseHeader#from} knows, as they came
   */
  public static Map<String, AttributeValue> item(
      Case stored, String hash, Map<String, Object> header) {
    var item = new LinkedHashMap<>(key(stored.id()));
    item.put("version", number(stored.version()));
    item.put("hash", text(hash));
    item.put("source", text(stored.source().value()));
    item.put("caseNumber", text(stored.number().value()));
    item.put("header", text(Json.write(header)));
    item.put(
        "persons",
        text(Json.write(stored.persons().stream().map(p -> person(p).members()).toList())));
    item.put("updatedAt", time(stored.updatedAt()));
    return item;
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
            persons(Json.parse(text(item, "persons"))),
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
