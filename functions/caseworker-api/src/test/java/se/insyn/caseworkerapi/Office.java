package se.insyn.caseworkerapi;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Onlooker;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.people.CitizenKeys;
import se.insyn.domain.people.PersonalIdentityNumber;
import se.insyn.domain.testing.Push;
import se.insyn.dynamodb.DynamoViewers;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.http.HttpFunction;
import se.insyn.http.Problem;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A caseworker's office that pushes, and a look at what citizens see of it. */
final class Office implements AutoCloseable {

  static final String LIFECARE = "/lifecare";
  static final String OTHER = "/other-system";

  final ApplicationContext context;
  final Tables tables;
  final DynamoDbClient client;
  final TestBeans.SetClock clock;

  Office() {
    this(Map.of("systems.issuer", "http://127.0.0.1:1/systems"));
  }

  Office(Map<String, Object> more) {
    LocalDynamoDb dynamo = LocalDynamoDb.start();
    tables = dynamo.newTables();
    var settings = new HashMap<>(LocalDynamoDb.settings(tables));
    settings.put("systems.audience", "insyn");
    settings.put("citizens.key", "not-asked");
    settings.put("systems.clients", "lifecare=/lifecare,other-system=/other-system");
    settings.put("public.origin", "https://insyn.example.se");
    settings.put("files.bucket", "files");
    settings.put("events.per.minute", "12000");
    settings.putAll(more);
    context =
        HttpFunction.configured(new LambdaApplicationContextBuilder()).properties(settings).start();
    client = context.getBean(DynamoDbClient.class);
    clock = context.getBean(TestBeans.SetClock.class);
  }

  /** What the answer to a push is: its result, or the status of its problem. */
  String push(Push push) {
    return push(LIFECARE, push);
  }

  String push(String source, Push push) {
    try {
      return String.valueOf(answer(source, push).get("result"));
    } catch (RuntimeException e) {
      return Integer.toString(Problem.from(e).status());
    }
  }

  /** What the answer to a push would be. */
  String dryRun(Push push) {
    return String.valueOf(
        updates().take(new Source(LIFECARE), push.cloudEvent(LIFECARE), true).get("result"));
  }

  /** The pointers that a push is refused for; empty when it is taken. */
  List<String> pointers(Push push) {
    try {
      answer(LIFECARE, push);
      return List.of();
    } catch (RuntimeException e) {
      if (Problem.from(e).document("0").get("errors") instanceof List<?> errors) {
        return errors.stream()
            .map(error -> String.valueOf(((Map<?, ?>) error).get("pointer")))
            .toList();
      }
      throw e;
    }
  }

  Map<String, Object> answer(String source, Push push) {
    return updates().take(new Source(source), push.cloudEvent(source), false);
  }

  Updates updates() {
    return context.getBean(Updates.class);
  }

  /** The ids of what this person sees, newest first; null when they have no session at all. */
  @Nullable List<String> seenBy(String number) {
    return seenBy(number, clock.instant().plusSeconds(1));
  }

  /** When this person last got a fact of their first case. */
  @Nullable Instant lastFactAt(String number) {
    return Objects.requireNonNull(viewer(number, clock.instant().plusSeconds(1)))
        .cases()
        .getFirst()
        .lastFactAt();
  }

  private @Nullable Viewer viewer(String number, Instant began) {
    var citizen = context.getBean(CitizenKeys.class).citizen(new PersonalIdentityNumber(number));
    return context.getBean(DynamoViewers.class).viewer(citizen, began, null).orElse(null);
  }

  /** The same in a session that began at this instant. */
  @Nullable List<String> seenBy(String number, Instant began) {
    Viewer viewer = viewer(number, began);
    return viewer == null
        ? null
        : context
            .getBean(CaseEvents.class)
            .newestFirst(viewer, new EventQuery(null, null, null, null, null, null, 100, null))
            .items()
            .stream()
            .map(line -> line.id().value())
            .toList();
  }

  /** What the lists show to this person beyond the summary, of all their facts in one text. */
  String listed(String number) {
    return context
        .getBean(CaseEvents.class)
        .newestFirst(
            Objects.requireNonNull(viewer(number, clock.instant().plusSeconds(1))),
            new EventQuery(null, null, null, null, null, null, 100, null))
        .items()
        .toString();
  }

  /**
   * The notice that waits for this person: how much is new, and from when it is due; else empty.
   */
  String notice(String number) {
    var citizen = context.getBean(CitizenKeys.class).citizen(new PersonalIdentityNumber(number));
    var item = NoticeItems.read(client, tables, citizen, NoticeItems.NOTICE);
    return item.isEmpty()
        ? ""
        : Values.number(item, "generation")
            + " in "
            + Objects.requireNonNull(item.get("cases")).ss().size()
            + " after "
            + Duration.between(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Instant.parse(Values.text(item, "due")));
  }

  /** Everything that is stored in a table, in one text that is the same for the same content. */
  String stored(String table) {
    var items = new TreeSet<String>();
    client
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .forEach(item -> items.add(text(AttributeValue.fromM(item))));
    return String.join("\n", items);
  }

  /** Whether this person reads a fact as the co-applicant they were when it came. */
  boolean detailAsCoApplicant(String number, String id) {
    return seen(number, id).asCoApplicant();
  }

  /** What the detail of a fact shows to this person. */
  Map<String, Object> shown(String number, String id) {
    SeenEvent seen = seen(number, id);
    var onlooker = new Onlooker(seen.line().viewed().personId(), List.of(), seen.asCoApplicant());
    return seen.event().shownTo(onlooker).members();
  }

  private SeenEvent seen(String number, String id) {
    var citizen = context.getBean(CitizenKeys.class).citizen(new PersonalIdentityNumber(number));
    Viewer viewer =
        context
            .getBean(DynamoViewers.class)
            .viewer(citizen, clock.instant().plusSeconds(1), null)
            .orElseThrow();
    return context
        .getBean(CaseEvents.class)
        .find(viewer.cases().getFirst(), new EventId(id))
        .orElseThrow();
  }

  /** Forgets all people and cases. */
  void empty() {
    empty(tables.people(), "citizen");
    empty(tables.cases(), "caseId");
    empty(tables.messages(), "citizen");
  }

  private void empty(String table, String partition) {
    client
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .forEach(
            item ->
                client.deleteItem(
                    delete ->
                        delete
                            .tableName(table)
                            .key(
                                Map.of(
                                    partition,
                                    item.getOrDefault(partition, AttributeValue.fromNul(true)),
                                    "item",
                                    item.getOrDefault("item", AttributeValue.fromNul(true))))));
  }

  /** All tables but the audit, whose rows have keys made by chance. */
  String stored() {
    return stored(tables.people()) + "\n--\n" + stored(tables.cases());
  }

  long auditRows() {
    return client.scanPaginator(scan -> scan.tableName(tables.audit())).items().stream().count();
  }

  private static String text(AttributeValue value) {
    if (value.hasM()) {
      return new TreeMap<>(value.m())
          .entrySet().stream()
              .map(e -> e.getKey() + "=" + text(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.s() != null ? value.s() : value.n() != null ? value.n() : value.toString();
  }

  @Override
  public void close() {
    context.close();
  }

  /** All orders of the elements. */
  static <T> List<List<T>> orders(List<T> elements) {
    if (elements.isEmpty()) {
      return List.of(List.of());
    }
    var orders = new ArrayList<List<T>>();
    for (int i = 0; i < elements.size(); i++) {
      var rest = new ArrayList<>(elements);
      T first = rest.remove(i);
      for (List<T> order : orders(rest)) {
        var whole = new ArrayList<T>();
        whole.add(first);
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }
}
