package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.About;
import se.insyn.domain.messages.Attachment;
import se.insyn.domain.outbox.CitizenAct;
import se.insyn.domain.outbox.ContactDetailsChanged;
import se.insyn.domain.outbox.InformationSubmitted;
import se.insyn.domain.outbox.MessageRead;
import se.insyn.domain.outbox.MessageSent;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.OutboxItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Calls;
import se.insyn.dynamodb.testing.Conflicts;
import se.insyn.http.HttpFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What citizens did is fetched oldest first, and comes again until it is acknowledged. */
class OutboxTest {

  private static final String PATH = "/caseworker/v1/outbox";
  private static final Instant AT = TestBeans.START;
  private static final CaseNumber NUMBER = new CaseNumber("EB-1");
  private static final String SUM = "ab".repeat(32);
  private static final Attachment PAPER =
      new Attachment("B1", "Kontoutdrag.pdf", new StoredFile(StoredFile.PDF, 12, SUM));

  private final AuthorizationServer server = new AuthorizationServer();
  private final Office office = new Office(Map.of("systems.issuer", server.issuer()));
  private final Conflicts conflicts = office.context.getBean(Conflicts.class);
  private final HttpFunction function = new HttpFunction(office.context);

  @AfterEach
  void close() {
    office.close();
    server.close();
  }

  @Test
  void everyActGoesOutAsTheContractSays() {
    sent(
        AT,
        new MessageSent(
            NUMBER,
            "T1",
            new EventId("M1"),
            "P1",
            List.of("HL1", "HL2"),
            "Hyran",
            "Hej\n<b>du</b>",
            new About(new EventId("BES-1"), "R1"),
            List.of(PAPER)));
    sent(
        AT.plusMillis(1),
        new MessageRead(NUMBER, "T1", new EventId("M0"), "P1", AT.minusSeconds(5)));
    sent(
        AT.plusMillis(2),
        new ContactDetailsChanged(
            List.of(new ContactDetailsChanged.Place(NUMBER, "P1")), null, "a@example.se"));
    sent(
        AT.plusMillis(3),
        new InformationSubmitted(NUMBER, new EventId("KOM-1"), "P1", null, List.of(PAPER)));

    APIGatewayProxyResponseEvent answer = call("GET", PATH, Map.of(), server.token());

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getMultiValueHeaders())
        .containsEntry("Content-Type", List.of("application/cloudevents-batch+json"));
    assertThat(events(answer))
        .extracting(event -> event.get("type"), event -> event.get("time"))
        .containsExactly(
            tuple("se.insyn.message-sent.v1", "2026-11-20T11:00:00Z"),
            tuple("se.insyn.message-read.v1", "2026-11-20T11:00:00.001Z"),
            tuple("se.insyn.contact-details-changed.v1", "2026-11-20T11:00:00.002Z"),
            tuple("se.insyn.information-submitted.v1", "2026-11-20T11:00:00.003Z"));
    assertThat(events(answer))
        .allSatisfy(
            event ->
                assertThat(event)
                    .containsEntry("specversion", "1.0")
                    .containsEntry("source", "https://insyn.example.se")
                    .containsEntry("datacontenttype", "application/json"));
    assertThat(events(answer).stream().map(event -> Json.write(data(event))))
        .map(data -> data.replaceAll("\"url\":\"[^\"]+\"", "\"url\":\"…\""))
        .containsExactly(
            "{\"caseNumber\":\"EB-1\",\"threadId\":\"T1\",\"messageId\":\"M1\",\"personId\":\"P1\","
                + "\"caseworkerIds\":[\"HL1\",\"HL2\"],\"subject\":\"Hyran\","
                + "\"text\":\"Hej\\n<b>du</b>\",\"about\":{\"eventId\":\"BES-1\",\"row\":\"R1\"},"
                + "\"attachments\":[{\"id\":\"B1\",\"name\":\"Kontoutdrag.pdf\","
                + "\"mediaType\":\"application/pdf\",\"size\":12,\"sha256\":\""
                + SUM
                + "\",\"url\":\"…\"}]}",
            "{\"caseNumber\":\"EB-1\",\"threadId\":\"T1\",\"messageId\":\"M0\",\"personId\":\"P1\","
                + "\"readAt\":\"2026-11-20T10:59:55Z\"}",
            "{\"persons\":[{\"caseNumber\":\"EB-1\",\"personId\":\"P1\"}],"
                + "\"email\":\"a@example.se\"}",
            "{\"caseNumber\":\"EB-1\",\"requestId\":\"KOM-1\",\"personId\":\"P1\","
                + "\"attachments\":[{\"id\":\"B1\",\"name\":\"Kontoutdrag.pdf\","
                + "\"mediaType\":\"application/pdf\",\"size\":12,\"sha256\":\""
                + SUM
                + "\",\"url\":\"…\"}]}");
    assertThat(Json.write(events(answer)))
        .contains("/attachments/B1/" + SUM + "?", "X-Amz-Expires=300");
  }

  @Test
  void whatIsNotAcknowledgedComesAgainAndWhatIsDoesNot() {
    OutboxId first = read(AT);
    OutboxId second = read(AT.plusMillis(1));

    assertThat(fetched()).containsExactly(first, second);
    assertThat(fetched()).containsExactly(first, second);
    assertThat(acknowledged(server.token(), first)).isEqualTo(204);
    assertThat(fetched()).containsExactly(second);
    assertThat(acknowledged(server.token(), first)).isEqualTo(204);
    assertThat(acknowledged(server.token(), second)).isEqualTo(204);
    assertThat(fetched()).isEmpty();
    assertThat(auditRows())
        .containsExactlyInAnyOrder(
            "acknowledge by /lifecare of " + first.value(),
            "acknowledge by /lifecare of " + second.value());
  }

  @Test
  void theOldestComesFirstAlsoWhenItWasWrittenLater() {
    OutboxId later = read(AT.plusSeconds(2));
    OutboxId early = read(AT.plusSeconds(1));
    assertThat(fetched()).containsExactly(early, later);
    acknowledged(server.token(), early);
    acknowledged(server.token(), later);

    OutboxId behind = read(AT);
    assertThat(fetched()).containsExactly(behind);
  }

  @Test
  void anotherSourcesIsNeitherShownNorTakenAwayNorAskedForInAnotherWay() {
    OutboxId ours = read(AT);
    String other = server.token(claims -> claims.claim("client_id", "other-system"));

    assertThat(events(call("GET", PATH, Map.of(), other))).isEmpty();
    int before = conflicts.transactions();
    String ofAnother = acknowledge(other, ours.value());
    String ofNobody = acknowledge(other, OutboxId.of(AT).value());
    assertThat(fetched()).containsExactly(ours);
    String ofOurs = acknowledge(server.token(), ours.value());
    assertThat(List.of(ofAnother, ofNobody)).containsOnly(ofOurs);
    assertThat(ofOurs).startsWith("204");
    assertThat(conflicts.transactions() - before).isEqualTo(3);
    assertThat(fetched()).isEmpty();
    assertThat(auditRows()).containsExactly("acknowledge by /lifecare of " + ours.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "OUT#", "%2e%2e", "019aa0b1-0000-4000-8000-000000000000"})
  void anIdThatWasNeverGivenOutIsNotFound(String id) {
    assertThat(acknowledge(server.token(), id)).startsWith("404");
  }

  @ParameterizedTest
  @CsvSource({"limit,0", "limit,101", "limit,x", "limit,", "cursor,x", "dryRun,true"})
  void anotherQueryIsRefused(String name, String value) {
    Map<String, List<String>> query = Map.of(name, List.of(value == null ? "" : value));
    assertThat(call("GET", PATH, query, server.token()).getStatusCode()).isEqualTo(400);
    String one = PATH + "/" + OutboxId.of(AT).value();
    assertThat(call("DELETE", one, query, server.token()).getStatusCode()).isEqualTo(400);
  }

  @Test
  void whoeverHasNoTokenForItIsToldThatFirst() {
    String updates = server.token(claims -> claims.claim("scope", "updates"));
    String one = PATH + "/" + OutboxId.of(AT).value();
    Map<String, List<String>> odd = Map.of("x", List.of("1"));
    assertThat(call("GET", PATH, odd, updates).getStatusCode()).isEqualTo(403);
    assertThat(call("DELETE", one, odd, updates).getStatusCode()).isEqualTo(403);
    assertThat(call("GET", PATH, Map.of(), "x").getStatusCode()).isEqualTo(401);
    assertThat(call("DELETE", one, Map.of(), "x").getStatusCode()).isEqualTo(401);
  }

  @Test
  void aFetchIsOneReadHoweverMuchWaits() {
    for (int i = 0; i < 150; i++) {
      sent(AT.plusMillis(i), longMessage("M" + i));
    }

    var usual = Calls.during(() -> events(call("GET", PATH, Map.of(), server.token())));
    var most =
        Calls.during(
            () -> call("GET", PATH, Map.of("limit", List.of("100")), server.token()).getBody());

    assertThat(usual.operations()).containsExactly("UpdateItem", "Query");
    assertThat(usual.result()).hasSize(20);
    assertThat(most.operations()).containsExactly("UpdateItem", "Query");
    // One read gives a megabyte; the function may answer with six.
    assertThat(most.result().getBytes(StandardCharsets.UTF_8).length)
        .isBetween(1_000_000, 3_000_000);
  }

  @Test
  void anEntryThatCannotBeReadHoldsUpNoOther() {
    office.client.putItem(
        put ->
            put.tableName(office.tables.systems())
                .item(
                    Map.of(
                        "source", Values.text(Office.LIFECARE),
                        "item", Values.text("OUT#" + OutboxId.of(AT.minusSeconds(1)).value()),
                        "type", Values.text("message-read"),
                        "data", Values.text("{"))));
    assertThat(call("GET", PATH, Map.of("limit", List.of("1")), server.token()).getStatusCode())
        .isEqualTo(503);
    OutboxId good = read(AT);

    assertThat(fetched()).containsExactly(good);
    assertThat(events(call("GET", PATH, Map.of("limit", List.of("1")), server.token()))).hasSize(1);
  }

  @Test
  void whatWasSentBeforeSomebodyWasProtectedStillReachesTheOffice() {
    office.push(Pushes.ofCase());
    OutboxId sent = read(AT);

    office.push(Pushes.protection(Pushes.APPLICANT, "protected-registration"));

    assertThat(fetched()).containsExactly(sent);
  }

  @Test
  void whatTheOfficeHasNotFetchedOutlivesTheErasureOfItsCase() {
    office.push(Pushes.ofCase());
    OutboxId sent = read(AT);

    office.push(
        Pushes.push(
            "erase", "{\"caseNumber\": \"%s\", \"version\": 9}".formatted(Pushes.CASE_NUMBER)));

    assertThat(fetched()).containsExactly(sent);
  }

  private static MessageSent longMessage(String id) {
    return new MessageSent(
        NUMBER,
        "T1",
        new EventId(id),
        "P1",
        List.of("HL1"),
        null,
        "\ud83d\ude42".repeat(8_000),
        null,
        List.of(PAPER, PAPER, PAPER, PAPER, PAPER, PAPER, PAPER, PAPER, PAPER, PAPER));
  }

  private OutboxId read(Instant at) {
    return sent(at, new MessageRead(NUMBER, "T1", new EventId("M1"), "P1", at));
  }

  private OutboxId sent(Instant at, CitizenAct act) {
    OutboxId id = OutboxId.of(at);
    var entry = OutboxItems.put(office.tables, new Source(Office.LIFECARE), id, act);
    office.client.transactWriteItems(write -> write.transactItems(entry));
    return id;
  }

  private List<OutboxId> fetched() {
    return events(call("GET", PATH, Map.of(), server.token())).stream()
        .map(event -> new OutboxId(String.valueOf(event.get("id"))))
        .toList();
  }

  private int acknowledged(String token, OutboxId id) {
    return Integer.parseInt(acknowledge(token, id.value()).substring(0, 3));
  }

  /** Everything that the answer says. */
  private String acknowledge(String token, String id) {
    var answer = call("DELETE", PATH + "/" + id, Map.of(), token);
    return answer.getStatusCode() + " " + answer.getMultiValueHeaders() + " " + answer.getBody();
  }

  private APIGatewayProxyResponseEvent call(
      String method, String path, Map<String, List<String>> query, String token) {
    return function.handleRequest(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod(method)
            .withPath(path)
            .withResource(PATH)
            .withMultiValueHeaders(Map.of("Authorization", List.of("Bearer " + token)))
            .withMultiValueQueryStringParameters(query),
        new MockLambdaContext());
  }

  private static List<Map<String, @Nullable Object>> events(APIGatewayProxyResponseEvent answer) {
    var events = new ArrayList<Map<String, @Nullable Object>>();
    if (Json.parse(answer.getBody()) instanceof List<?> list) {
      list.forEach(event -> events.add(Json.asObject((Map<?, ?>) event)));
    }
    return events;
  }

  private static Map<?, ?> data(Map<?, ?> event) {
    return event.get("data") instanceof Map<?, ?> data ? data : Map.of();
  }

  private List<String> auditRows() {
    return office
        .client
        .scanPaginator(scan -> scan.tableName(office.tables.audit()))
        .items()
        .stream()
        .filter(row -> Values.text(row, "subject").equals("SYSTEM#/lifecare"))
        .map(OutboxTest::said)
        .collect(Collectors.toList());
  }

  private static String said(Map<String, AttributeValue> row) {
    return Values.text(row, "act")
        + " by "
        + Values.text(row, "by")
        + " of "
        + Values.text(row, "outbox");
  }
}
