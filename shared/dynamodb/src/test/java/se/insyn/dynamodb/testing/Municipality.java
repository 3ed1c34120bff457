package se.insyn.dynamodb.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseHeader;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Membership;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.Role;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.CaseEvent;
import se.insyn.domain.events.Kind;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Push;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FileProgress;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.IndexKeys;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Reader;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One municipality's tables, filled with what caseworker systems push. Stores it like the real
 * thing, item by item, but takes everything as it comes: no versions, no refusals.
 */
public final class Municipality {

  public static final Source LIFECARE = new Source("/lifecare");

  /** When pushes are taken in unless a test says otherwise. */
  public static final Instant TAKEN_IN = Instant.parse("2026-11-20T08:12:00Z");

  private static final int MOST_IN_A_BATCH = 25;

  private final DynamoDbClient client;
  private final Tables tables;
  private final Map<Citizen, Head> heads = new HashMap<>();
  private final Map<CaseId, Map<String, Citizen>> citizens = new HashMap<>();
  private final Map<CaseId, Set<Citizen>> coApplicants = new HashMap<>();

  public Municipality() {
    LocalDynamoDb dynamo = LocalDynamoDb.start();
    client = dynamo.client();
    tables = dynamo.newTables();
  }

  public Tables tables() {
    return tables;
  }

  /** Whoever has this personal number. */
  public static Citizen citizen(String number) {
    return new Citizen("citizen-" + number);
  }

  /** Takes a {@code case} of Lifecare in: the case, its persons' heads and places. */
  public CaseId takeCase(Push push) {
    return takeCase(LIFECARE, push, TAKEN_IN);
  }

  public CaseId takeCase(Source source, Push push, Instant takenIn) {
    Members members = Members.of(push.data(), "/data");
    CaseHeader header = CaseHeader.from(members);
    var number = new CaseNumber((String) Objects.requireNonNull(push.at("caseNumber")));
    CaseId caseId = CaseId.of(source, number);
    var persons = new ArrayList<Person>();
    for (Object each : (List<?>) Objects.requireNonNull(push.at("persons"))) {
      persons.add(person(caseId, Members.of(asObject(each), "")));
    }
    var stored = new Case(caseId, number, source, 1, header, persons, takenIn);
    put(tables.cases(), CaseItems.item(stored, "hash", members.known(), null, null, null));
    putPlaces(stored);
    return caseId;
  }

  private Person person(CaseId caseId, Members pushed) {
    String id = pushed.id("id");
    String number = pushed.optionalText("personalNumber", 12);
    Citizen citizen = number == null ? null : citizen(number);
    Role role = pushed.code("role", Role.class);
    protect(
        citizen == null ? withoutNumber(caseId, id) : citizen,
        pushed.code("protection", Protection.class));
    List<Citizen> formerly =
        pushed.texts("previousNumbers", 2, 12).stream().map(Municipality::citizen).toList();
    formerly.forEach(earlier -> protect(earlier, Protection.NONE));
    return new Person(
        id,
        citizen,
        formerly,
        pushed.text("name", 200),
        role,
        pushed.optionalDate("from"),
        pushed.optionalDate("to"),
        true,
        citizen != null && role.canLogIn());
  }

  private void putPlaces(Case stored) {
    var ids = new HashMap<String, Citizen>();
    var epochs = new HashMap<Citizen, Long>();
    for (Person person : stored.persons()) {
      Citizen citizen =
          person.citizen() == null ? withoutNumber(stored.id(), person.id()) : person.citizen();
      ids.put(person.id(), citizen);
      epochs.put(citizen, heads.getOrDefault(citizen, Head.UNKNOWN).epoch());
      person.formerly().forEach(earlier -> epochs.put(earlier, 0L));
    }
    citizens.put(stored.id(), ids);
    coApplicants.put(
        stored.id(),
        stored.persons().stream()
            .filter(person -> person.role() == Role.CO_APPLICANT)
            .map(person -> ids.get(person.id()))
            .collect(Collectors.toSet()));
    for (Person person : stored.persons()) {
      if (person.citizen() != null) {
        var place =
            new Membership(
                stored.id(),
                stored.number(),
                stored.source(),
                stored.header().area(),
                person.id(),
                person.role(),
                person.from(),
                person.to(),
                stored.header().closedSince(),
                null,
                epochs,
                Set.copyOf(person.formerly()));
        put(tables.people(), PersonItems.membership(person.citizen(), place));
      }
    }
  }

  private static Citizen withoutNumber(CaseId caseId, String personId) {
    return new Citizen("none-" + caseId.value() + "-" + personId);
  }

  /** What the population register says of a person from now on. */
  public void protect(Citizen citizen, Protection protection) {
    Head before = heads.getOrDefault(citizen, Head.UNKNOWN);
    long version = before.revision() + 1;
    Head head = before.state("/lifecare", version, "hash-" + version, protection).head();
    heads.put(citizen, head);
    var item = new LinkedHashMap<>(PersonItems.headKey(citizen));
    item.putAll(PersonItems.statements(head));
    put(tables.people(), item);
  }

  /** Takes a fact in, first visible now. */
  public void take(CaseId caseId, Push fact) {
    take(caseId, fact, TAKEN_IN, TAKEN_IN);
  }

  /** Takes a version of a fact in whose first one came at {@code since}. */
  public void take(CaseId caseId, Push fact, Instant since, Instant takenIn) {
    Map<String, AttributeValue> item = item(caseId, fact, since, takenIn, FileState.OK);
    put(tables.cases(), item);
    if (IndexKeys.of(Kind.of(fact.type()).orElseThrow().read(fact.members()), true).isEmpty()) {
      return;
    }
    for (String citizen : Objects.requireNonNull(item.get("audience")).m().keySet()) {
      var latest = new LinkedHashMap<>(PersonItems.lastFactKey(new Citizen(citizen), caseId));
      latest.put("at", Values.time(takenIn));
      put(tables.people(), latest);
    }
  }

  /** Takes a fact in whose file is not there or not checked. */
  public void take(CaseId caseId, Push fact, FileState fileState) {
    put(tables.cases(), item(caseId, fact, TAKEN_IN, TAKEN_IN, fileState));
  }

  /** Takes many facts in. */
  public void takeAll(CaseId caseId, List<Push> facts) {
    for (int from = 0; from < facts.size(); from += MOST_IN_A_BATCH) {
      List<WriteRequest> some =
          facts.subList(from, Math.min(facts.size(), from + MOST_IN_A_BATCH)).stream()
              .map(fact -> item(caseId, fact, TAKEN_IN, TAKEN_IN, FileState.OK))
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      client.batchWriteItem(write -> write.requestItems(Map.of(tables.cases(), some)));
    }
  }

  /** Takes a message of a caseworker in, to whom it names, with attachments that are all good. */
  public void takeMessage(CaseId caseId, Push push, Instant takenIn) {
    Message message = Message.from(push.members());
    Citizen citizen =
        Objects.requireNonNull(citizens.getOrDefault(caseId, Map.of()).get(message.to()));
    var writes =
        StoredMessage.read(
                client,
                tables,
                List.of(citizen),
                ThreadKey.of(caseId, message.thread()),
                message.id(),
                null)
            .put(tables, caseId, message, true, takenIn);
    client.transactWriteItems(write -> write.transactItems(writes));
  }

  /** The item that a fact becomes, for a test that writes another one. */
  public Map<String, AttributeValue> itemOf(CaseId caseId, Push fact) {
    return item(caseId, fact, TAKEN_IN, TAKEN_IN, FileState.OK);
  }

  /** Writes an item as it is, for what a push could not bring about. */
  public void put(String table, Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(table).item(item));
  }

  /** All that a table has. */
  public List<Map<String, AttributeValue>> items(String table) {
    return client.scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
  }

  private Map<String, AttributeValue> item(
      CaseId caseId, Push fact, Instant since, Instant takenIn, FileState fileState) {
    Members members = fact.members();
    CaseEvent event = Kind.of(fact.type()).orElseThrow().read(members);
    Map<String, Citizen> ids = citizens.getOrDefault(caseId, Map.of());
    Set<Citizen> co = Objects.requireNonNullElse(coApplicants.get(caseId), Set.of());
    var readers = new ArrayList<Reader>();
    for (String id : Objects.requireNonNullElse(event.fact().audience(), ids.keySet())) {
      Citizen citizen = ids.get(id);
      if (citizen != null) {
        readers.add(new Reader(citizen, id, co.contains(citizen), since.toEpochMilli()));
      }
    }
    return EventItems.item(
        caseId, event, "hash", readers, members.known(), takenIn, progress(event, fileState));
  }

  private static @Nullable FileProgress progress(CaseEvent event, FileState state) {
    boolean good = state == FileState.OK;
    return event.file() == null
        ? null
        : new FileProgress(state, good ? event.file() : null, good, null);
  }

  private static Map<String, @Nullable Object> asObject(@Nullable Object value) {
    return Json.asObject((Map<?, ?>) Objects.requireNonNull(value));
  }
}
