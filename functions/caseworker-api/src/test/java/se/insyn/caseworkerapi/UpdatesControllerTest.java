package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.json.Json;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.http.HttpFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The whole function, from an event of the API to its answer. */
class UpdatesControllerTest {

  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";

  private final AuthorizationServer server = new AuthorizationServer();
  private final Office office = new Office(Map.of("systems.issuer", server.issuer()));
  private final HttpFunction function = new HttpFunction(office.context);

  @BeforeEach
  void aCaseIsKnown() {
    office.push(Pushes.ofCase());
  }

  @AfterEach
  void close() {
    office.close();
    server.close();
  }

  private record Answer(
      int status, Map<String, @Nullable Object> body, Map<String, List<String>> headers) {

    @Nullable Object at(String name) {
      return body.get(name);
    }
  }

  private Answer call(String method, String path, Map<String, String> headers, String body) {
    return call(method, path, Map.of(), headers, body);
  }

  private Answer call(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, String> headers,
      String body) {
    var several = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> several.put(name, List.of(value)));
    APIGatewayProxyResponseEvent answer =
        function.handleRequest(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withPath(path)
                .withResource(path)
                .withMultiValueHeaders(several)
                .withMultiValueQueryStringParameters(query)
                .withBody(body),
            new MockLambdaContext());
    return new Answer(
        answer.getStatusCode(), Json.parseObject(answer.getBody()), answer.getMultiValueHeaders());
  }

  private Answer push(String type, Object body) {
    return push(server.token(), type, Map.of(), Json.write(body));
  }

  private Answer push(String token, String type, Map<String, List<String>> query, String body) {
    return call(
        "POST",
        "/caseworker/v1/updates",
        query,
        Map.of("Authorization", "Bearer " + token, "Content-Type", type),
        body);
  }

  private static Map<String, @Nullable Object> decision() {
    return Pushes.decision().cloudEvent(Office.LIFECARE);
  }

  @Test
  void anEventIsTakenAndSaysSo() {
    var event = decision();

    Answer answer = push(ONE, event);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(Map.of("id", String.valueOf(event.get("id")), "result", "applied"));
    assertThat(push(ONE, event).at("result")).isEqualTo("duplicate");
  }

  @Test
  void tokensThatAreOddAreRefusedAndNothingIsStored() {
    String before = office.stored();
    var tooOld = Date.from(TestBeans.START.minus(Duration.ofMinutes(2)));
    JWTClaimsSet claims = server.claims().build();
    var wrong = new HashMap<String, String>();
    wrong.put(
        "another key",
        AuthorizationServer.signed(AuthorizationServer.newKey("k1"), "at+jwt", claims));
    wrong.put("an ID token", AuthorizationServer.signed(server.key(), "JWT", claims));
    wrong.put("issuer", server.token(c -> c.issuer(server.issuer() + "/")));
    wrong.put("audience", server.token(c -> c.audience("somebody else")));
    wrong.put("expired", server.token(c -> c.expirationTime(tooOld)));
    wrong.put("no expiry", server.token(c -> c.expirationTime(null)));
    wrong.put(
        "not yet", server.token(c -> c.notBeforeTime(Date.from(TestBeans.START.plusSeconds(120)))));
    wrong.put("no subject", server.token(c -> c.subject(null)));
    wrong.put("none", server.unsigned());
    wrong.put("HS256", server.confused());
    wrong.put("cut", server.token().substring(0, 200));
    wrong.put("empty", "");
    wrong.put("huge", "a".repeat(9_000));
    wrong.forEach(
        (what, token) -> {
          Answer answer = push(token, ONE, Map.of(), Json.write(decision()));
          assertThat(answer.status()).as(what).isEqualTo(401);
          assertThat(answer.headers().get("WWW-Authenticate")).as(what).isNotEmpty();
        });
    for (String header : List.of("Basic abc", "bearer", "Bearer")) {
      assertThat(
              call(
                      "POST",
                      "/caseworker/v1/updates",
                      Map.of("Authorization", header, "Content-Type", ONE),
                      "{}")
                  .status())
          .as(header)
          .isEqualTo(401);
    }
    assertThat(call("POST", "/caseworker/v1/updates", Map.of("Content-Type", ONE), "{}").status())
        .isEqualTo(401);

    assertThat(office.stored()).isEqualTo(before);
  }

  @Test
  void aTokenForSomethingElseIsForbidden() {
    for (String token :
        List.of(
            server.token(c -> c.claim("scope", "outbox")),
            server.token(c -> c.claim("scope", null)),
            server.token(c -> c.claim("client_id", "stranger")),
            server.token(c -> c.claim("client_id", "other-system")))) {
      assertThat(push(token, ONE, Map.of(), Json.write(decision())).status()).isEqualTo(403);
    }
  }

  @Test
  void aKeyThatWasJustRotatedIsFetchedOnce() {
    push(ONE, decision());
    int fetches = server.keyFetches();
    server.rotate();

    assertThat(push(ONE, decision()).status()).isEqualTo(200);
    assertThat(server.keyFetches()).isEqualTo(fetches + 1);
    for (int i = 0; i < 5; i++) {
      String forged =
          AuthorizationServer.signed(
              AuthorizationServer.newKey("unknown" + i), "at+jwt", server.claims().build());
      assertThat(push(forged, ONE, Map.of(), Json.write(decision())).status()).isEqualTo(401);
    }
    assertThat(server.keyFetches()).isLessThanOrEqualTo(fetches + 2);
  }

  @Test
  void withoutTheServersKeysNobodyComesInAndTheAnswerSaysToWait() {
    server.breakDown();

    assertThat(push(ONE, decision()).status()).isEqualTo(503);
  }

  @Test
  void whileTheKeysCannotBeHadEveryTokenIsToldToWait() {
    server.breakDownOfKeys();

    for (int i = 0; i < 5; i++) {
      assertThat(push(ONE, decision()).status()).isEqualTo(503);
    }
    assertThat(server.keyFetches()).isLessThanOrEqualTo(4);
  }

  @Test
  void checksComeInTheOrderOfTheContract() {
    String big = "\"" + "x".repeat(1024 * 1024) + "\"";
    String scopeless = server.token(c -> c.claim("scope", "outbox"));
    assertThat(push("x", "text/plain", Map.of(), big).status()).isEqualTo(401);
    assertThat(push(scopeless, "text/plain", Map.of(), big).status()).isEqualTo(403);
    assertThat(push(server.token(), "text/plain", Map.of(), big).status()).isEqualTo(415);
    assertThat(push(server.token(), ONE, Map.of("x", List.of("1")), big).status()).isEqualTo(413);
    assertThat(push(server.token(), ONE, Map.of("x", List.of("1")), "{}").status()).isEqualTo(400);
    assertThat(push(ONE, Map.of()).status()).isEqualTo(422);
  }

  @Test
  void whatIsNotJsonIsMalformed() {
    for (String body :
        List.of(
            "",
            "{",
            "[",
            "nul",
            "{\"a\":1,\"a\":2}",
            "{} {}",
            "[1]",
            "\"x\"",
            "{\"a\":1e}",
            "[".repeat(10_000),
            "{\"a\":" + "9".repeat(2_000) + "}",
            "\u0000",
            "<xml/>",
            "{\"a\": \"\\ud83d\"}",
            "{\"\\ude00\": 1}")) {
      assertThat(push(server.token(), ONE, Map.of(), body).status())
          .as(body.substring(0, Math.min(20, body.length())))
          .isEqualTo(400);
    }
  }

  @Test
  void wrongMembersOfTheEnvelopeAreNamed() {
    var event = decision();
    event.put("specversion", "0.3");
    event.put("type", "se.insyn.gossip.v1");
    assertThat(pointers(push(ONE, event))).containsExactly("/specversion", "/type");
    event.put("specversion", "1.0");
    assertThat(pointers(push(ONE, event))).containsExactly("/type");
    event.put("type", "se.insyn.decision.v2");
    assertThat(pointers(push(ONE, event))).containsExactly("/type");
    event.put("data", "text");
    assertThat(pointers(push(ONE, event))).contains("/data");
    assertThat(pointers(push(ONE, Map.of())))
        .contains("/specversion", "/id", "/source", "/type", "/data");
  }

  private static List<Object> pointers(Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    return each(answer, "errors", "pointer");
  }

  /** One member of every object in a list of the answer; "" where it is null. */
  private static List<Object> each(Answer answer, String list, String member) {
    var values = new ArrayList<Object>();
    for (Object element : (List<?>) Objects.requireNonNull(answer.at(list))) {
      values.add(Objects.requireNonNullElse(((Map<?, ?>) element).get(member), ""));
    }
    return values;
  }

  @Test
  void versionsMustBeWholeNumbersThatEverybodyCanCarry() {
    for (Object version :
        Arrays.<@Nullable Object>asList(0, -1, 9_007_199_254_740_992L, "5", 1.5, null, true)) {
      var event = Pushes.decision().with("version", version).cloudEvent(Office.LIFECARE);
      assertThat(pointers(push(ONE, event))).as("%s", version).containsExactly("/data/version");
    }
    assertThat(
            push(
                    ONE,
                    Pushes.decision()
                        .with("version", 9_007_199_254_740_991L)
                        .cloudEvent(Office.LIFECARE))
                .status())
        .isEqualTo(200);
  }

  @Test
  void datesThatAreNoneAreNamed() {
    for (String date :
        List.of(
            "2026-02-29",
            "2026-11-31",
            "9999-12-31",
            "1899-12-31",
            "20261120",
            "2026-11-20T00:00:00Z",
            "")) {
      var event = Pushes.decision().with("date", date).cloudEvent(Office.LIFECARE);
      assertThat(pointers(push(ONE, event))).as(date).containsExactly("/data/date");
    }
  }

  @Test
  void dataOfMoreThan256KilobytesAreTooLarge() {
    var event = Pushes.document().with("text", "å".repeat(99_999)).cloudEvent(Office.LIFECARE);
    assertThat(push(ONE, event).status()).isEqualTo(200);
    event =
        Pushes.document().with("text", "\uD83D\uDE00".repeat(50_000)).cloudEvent(Office.LIFECARE);
    event.put("id", "emoji");
    assertThat(push(ONE, event).status()).isEqualTo(409);
    event = Pushes.document().with("note", "x".repeat(256 * 1024)).cloudEvent(Office.LIFECARE);
    assertThat(push(ONE, event).status()).isEqualTo(413);
  }

  @Test
  void aDryRunIsSpeltExactlySo() {
    String before = office.stored();
    assertThat(
            push(server.token(), ONE, Map.of("dryRun", List.of("true")), Json.write(decision()))
                .at("result"))
        .isEqualTo("applied");
    assertThat(office.stored()).isEqualTo(before);
    for (Map<String, List<String>> query :
        List.of(
            Map.of("dryRun", List.of("false")),
            Map.of("dryRun", List.of("")),
            Map.of("dryRun", List.of("TRUE")),
            Map.of("dryrun", List.of("true")),
            Map.of("dryRun", List.of("true", "true")),
            Map.of("dryRun", List.of("true"), "x", List.of("")))) {
      assertThat(push(server.token(), ONE, query, Json.write(decision())).status()).isEqualTo(400);
    }
    assertThat(office.stored()).isEqualTo(before);
  }

  @Test
  void aBatchAnswersInItsOrderAndOneRefusedEventTouchesNoOther() {
    var events = new ArrayList<@Nullable Object>();
    events.add(decision());
    events.add(7L);
    events.add(Pushes.payment().with("amountOre", 0).cloudEvent(Office.LIFECARE));
    events.add(Pushes.payment().cloudEvent(Office.LIFECARE));
    events.add(Pushes.application().cloudEvent(Office.OTHER));

    Answer answer = push(BATCH, events);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(each(answer, "results", "result"))
        .containsExactly("applied", "rejected", "rejected", "applied", "rejected");
    assertThat(each(answer, "results", "id").get(1)).isEqualTo("");
    assertThat(Json.write(answer.body()))
        .containsSubsequence("\"status\":422", "\"status\":422", "\"status\":403");
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactlyInAnyOrder("BES-1", "UTB-1");
  }

  @Test
  void protectionComesFirstInABatch() {
    var raise = Pushes.protection(Pushes.APPLICANT, "protected-registration");
    var events =
        List.of(
            Pushes.ofCase().with("version", 2).cloudEvent(Office.LIFECARE),
            raise.cloudEvent(Office.LIFECARE));

    push(BATCH, events);

    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
    push(ONE, raise.with("version", 2).with("protection", "none").cloudEvent(Office.LIFECARE));
    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void aBatchHasAtMostAHundredEventsAndAnEmptyOneIsTaken() {
    assertThat(push(BATCH, List.of()).body()).isEqualTo(Map.of("results", List.of()));
    var events = new ArrayList<Object>();
    for (int i = 0; i < 101; i++) {
      events.add(Pushes.decision().with("id", "B" + i).cloudEvent(Office.LIFECARE));
    }
    assertThat(push(BATCH, events).status()).isEqualTo(413);
    events.removeLast();
    assertThat(each(push(BATCH, events), "results", "result")).hasSize(100).containsOnly("applied");
    assertThat(push(BATCH, decision()).status()).isEqualTo(400);
    assertThat(push(ONE, List.of(decision())).status()).isEqualTo(400);
  }

  @Test
  void whatIsStoredCanBeReadBackInPages() {
    push(ONE, decision());
    push(ONE, Pushes.file().cloudEvent(Office.LIFECARE));
    push(ONE, Pushes.payment().with("retracted", true).cloudEvent(Office.LIFECARE));

    Answer first =
        readBack(Map.of("caseNumber", List.of(Pushes.CASE_NUMBER), "limit", List.of("2")));
    Answer second =
        readBack(
            Map.of(
                "caseNumber", List.of(Pushes.CASE_NUMBER),
                "limit", List.of("2"),
                "cursor", List.of(String.valueOf(first.at("next")))));

    assertThat(first.at("case"))
        .isEqualTo(
            Map.of(
                "caseNumber",
                Pushes.CASE_NUMBER,
                "version",
                1L,
                "updatedAt",
                TestBeans.START.toString()));
    assertThat(first.at("facts"))
        .isEqualTo(
            List.of(
                Map.of(
                    "kind",
                    "decision",
                    "id",
                    "BES-1",
                    "version",
                    1L,
                    "visible",
                    true,
                    "retracted",
                    false),
                Map.of(
                    "kind",
                    "document",
                    "id",
                    "DOK-2",
                    "version",
                    1L,
                    "visible",
                    true,
                    "retracted",
                    false,
                    "file",
                    "missing")));
    assertThat(second.at("facts"))
        .isEqualTo(
            List.of(
                Map.of(
                    "kind",
                    "payment",
                    "id",
                    "UTB-1",
                    "version",
                    1L,
                    "visible",
                    true,
                    "retracted",
                    true)));
    assertThat(second.at("next")).isNull();
  }

  @Test
  void anotherSourcesCaseAndNoneAtAllAreTheSameNotFound() {
    String other = server.token(c -> c.claim("client_id", "other-system"));
    Answer theirs = readBack(other, Map.of("caseNumber", List.of(Pushes.CASE_NUMBER)));
    Answer none = readBack(other, Map.of("caseNumber", List.of("NO-SUCH")));

    assertThat(theirs.status()).isEqualTo(404);
    assertThat(without(theirs.body())).isEqualTo(without(none.body()));
    assertThat(theirs.headers()).isEqualTo(none.headers());
  }

  @Test
  void oddQuestionsToReadBackAreMalformed() {
    for (Map<String, List<String>> query :
        List.of(
            Map.<String, List<String>>of(),
            Map.of("caseNumber", List.of("")),
            Map.of("caseNumber", List.of("A", "B")),
            Map.of("caseNumber", List.of("A"), "limit", List.of("101")),
            Map.of("caseNumber", List.of("A"), "limit", List.of("x")),
            Map.of("caseNumber", List.of("A"), "cursor", List.of("%%%")),
            Map.of("caseNumber", List.of("A"), "offset", List.of("1")))) {
      assertThat(readBack(query).status()).as("%s", query).isEqualTo(400);
    }
  }

  private Answer putCase(String token, Map<String, List<String>> query, String type, String body) {
    return call(
        "PUT",
        "/caseworker/v1/cases",
        query,
        Map.of("Authorization", "Bearer " + token, "Content-Type", type),
        body);
  }

  private static String snapshot(Map<String, @Nullable Object> itsCase) {
    return Json.write(
        Map.of("asOf", TestBeans.START.toString(), "case", itsCase, "facts", List.of()));
  }

  @Test
  void aSnapshotIsTakenAndSaysWhatBecameOfIt() {
    Answer answer =
        putCase(
            server.token(),
            Map.of("caseNumber", List.of(Pushes.CASE_NUMBER)),
            "application/json",
            snapshot(Pushes.ofCase().data()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            Map.of(
                "results", List.of(Map.of("kind", "case", "result", "duplicate")), "done", true));
  }

  @Test
  void aSnapshotThatIsOddIsRefusedInTheOrderOfTheContract() {
    var query = Map.of("caseNumber", List.of(Pushes.CASE_NUMBER));
    String token = server.token();
    String good = snapshot(Pushes.ofCase().data());
    String large = " ".repeat(5 * 1024 * 1024) + good;
    String before = office.stored();

    assertThat(putCase("", query, "text/plain", large).status()).isEqualTo(401);
    assertThat(
            putCase(server.token(c -> c.claim("scope", "outbox")), query, "text/plain", large)
                .status())
        .isEqualTo(403);
    assertThat(putCase(token, query, "text/plain", large).status()).isEqualTo(415);
    assertThat(putCase(token, Map.of(), "application/json", large).status()).isEqualTo(413);
    assertThat(putCase(token, Map.of(), "application/json", good).status()).isEqualTo(400);
    assertThat(
            putCase(
                    token,
                    Map.of("caseNumber", List.of(Pushes.CASE_NUMBER), "limit", List.of("1")),
                    "application/json",
                    good)
                .status())
        .isEqualTo(400);
    for (String body : List.of("", "[]", "null", "{", "{\"asOf\": 1, \"asOf\": 1}")) {
      assertThat(putCase(token, query, "application/json", body).status()).as(body).isEqualTo(400);
    }
    for (String body :
        List.of(
            "{}",
            "{\"asOf\": \"x\", \"case\": [], \"facts\": {}}",
            "{\"asOf\": \"2026-11-20T11:00:00Z\", \"case\": {}, \"facts\": [1]}",
            "{\"asOf\": \"2026-11-20T11:00:00Z\", \"case\": {}, \"facts\": []}")) {
      assertThat(putCase(token, query, "application/json", body).status()).as(body).isEqualTo(422);
    }
    assertThat(office.stored()).isEqualTo(before);
  }

  /** As if this many events had come this minute. */
  private void haveCome(String client, long events) {
    office.client.putItem(
        put ->
            put.tableName(office.tables.systems())
                .item(
                    Map.of(
                        "source", AttributeValue.fromS("/lifecare"),
                        "item", AttributeValue.fromS("RATE#" + client + "#2026-11-20T11:00:00Z"),
                        "count", AttributeValue.fromN(Long.toString(events)))));
  }

  private static Map<String, @Nullable Object> marked() {
    return Pushes.protection(Pushes.APPLICANT, "confidentiality-marking")
        .cloudEvent(Office.LIFECARE);
  }

  @Test
  void whatIsTooMuchInAMinuteIsRefusedUntilTheNextOne() {
    haveCome("lifecare", 11_999);
    assertThat(push(ONE, decision()).status()).isEqualTo(200);

    Answer tooMany = push(ONE, decision());
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.at("type")).isEqualTo("/problems/too-many-events");
    assertThat(tooMany.headers().get("Retry-After")).containsExactly("60");
    assertThat(readBack(Map.of("caseNumber", List.of(Pushes.CASE_NUMBER))).status()).isEqualTo(429);
    var outbox = Map.of("Authorization", "Bearer " + server.token());
    assertThat(call("GET", "/caseworker/v1/outbox", Map.of(), outbox, "").status()).isEqualTo(429);
    String entry = "/caseworker/v1/outbox/" + OutboxId.of(office.clock.instant()).value();
    assertThat(call("DELETE", entry, Map.of(), outbox, "").status()).isEqualTo(429);

    office.clock.forward(Duration.ofSeconds(60));
    assertThat(push(ONE, decision()).status()).isEqualTo(200);
  }

  @Test
  void whatIsSaidAboutProtectionIsTakenHoweverMuchThereIs() {
    haveCome("lifecare", 1_000_000);
    Push complete = Pushes.push("protection-complete", "{\"asOf\": \"2026-11-20T11:00:00Z\"}");

    Answer batch = push(BATCH, List.of(decision(), marked(), complete.cloudEvent(Office.LIFECARE)));

    assertThat(batch.status()).isEqualTo(200);
    assertThat(String.valueOf(batch.at("results")))
        .contains("result=rejected", "status=429")
        .containsPattern("result=applied.*result=applied");
    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
    assertThat(push(ONE, marked()).status()).isEqualTo(200);
  }

  @Test
  void whomACaseProtectsIsProtectedHoweverMuchThereIs() {
    haveCome("lifecare", 1_000_000);
    Push marked =
        Pushes.ofCase().with("version", 9).with("persons/0/protection", "confidentiality-marking");
    assertThat(office.seenBy(Pushes.APPLICANT)).isNotNull();

    assertThat(push(ONE, Pushes.ofCase().with("version", 8).cloudEvent(Office.LIFECARE)).status())
        .isEqualTo(429);
    assertThat(office.seenBy(Pushes.APPLICANT)).isNotNull();
    assertThat(push(ONE, marked.cloudEvent(Office.LIFECARE)).status()).isEqualTo(429);
    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();

    office.clock.forward(Duration.ofMinutes(1));
    assertThat(push(ONE, marked.cloudEvent(Office.LIFECARE)).status()).isEqualTo(200);
    assertThat(push(ONE, Pushes.ofCase().with("version", 10).cloudEvent(Office.LIFECARE)).status())
        .isEqualTo(200);
    assertThat(office.seenBy(Pushes.APPLICANT)).isNotNull();
  }

  @Test
  void whomACaseOfABatchOrASnapshotProtectsIsProtectedHoweverMuchThereIs() {
    office.push(Pushes.household().with("version", 2));
    haveCome("lifecare", 1_000_000);
    Push marked =
        Pushes.household()
            .with("version", 9)
            .with("persons/1/protection", "protected-registration");

    Answer batch = push(BATCH, List.of(marked.cloudEvent(Office.LIFECARE)));
    assertThat(String.valueOf(batch.at("results"))).contains("status=429");
    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
    office.push(Pushes.household().with("version", 10));
    assertThat(office.seenBy(Pushes.APPLICANT)).isNotNull();

    Push itsCase =
        Pushes.ofCase().with("version", 11).with("persons/0/protection", "confidentiality-marking");
    String body = Json.write(SnapshotTest.body(office.clock.instant(), itsCase));
    var query = Map.of("caseNumber", List.of(Pushes.CASE_NUMBER));
    assertThat(putCase(server.token(), query, "application/json", body).status()).isEqualTo(429);
    assertThat(office.seenBy(Pushes.APPLICANT)).isNull();
  }

  @Test
  void thatAllProtectionsArePushedIsNotTakenBesideOneThatIsRefused() {
    Push complete = Pushes.push("protection-complete", "{\"asOf\": \"2026-11-20T11:00:00Z\"}");
    List<Push> wrong =
        List.of(
            Pushes.protection(Pushes.APPLICANT, "no-such"),
            Pushes.ofCase().with("version", 2).with("persons/0/protection", "no-such"));
    for (Push refused : wrong) {
      Answer batch =
          push(
              BATCH,
              List.of(complete.cloudEvent(Office.LIFECARE), refused.cloudEvent(Office.LIFECARE)));
      assertThat(String.valueOf(batch.at("results"))).contains("/problems/incomplete-protections");
    }

    Answer batch =
        push(
            BATCH,
            List.of(
                complete.cloudEvent(Office.LIFECARE),
                marked(),
                Pushes.decision().with("outcome", "no-such").cloudEvent(Office.LIFECARE)));
    assertThat(String.valueOf(batch.at("results")))
        .containsPattern("result=applied.*result=applied");
  }

  @Test
  void oneClientsEventsAreNotAnothers() {
    haveCome("other-system", 1_000_000);

    assertThat(push(ONE, decision()).status()).isEqualTo(200);
  }

  @Test
  void whileNobodyCanCountOnlyProtectionIsTaken() {
    office.client.deleteTable(delete -> delete.tableName(office.tables.systems()));

    assertThat(push(ONE, decision()).status()).isEqualTo(503);
    assertThat(String.valueOf(push(BATCH, List.of(decision(), marked())).at("results")))
        .contains("status=503", "result=applied");
  }

  @Test
  void thatAllProtectionsArePushedCountsByItsTime() {
    assertThat(complete("2026-11-20T11:00:00Z")).isEqualTo("applied");
    assertThat(complete("2026-11-20T11:00:00Z")).isEqualTo("duplicate");
    assertThat(complete("2026-11-20T10:59:59Z")).isEqualTo("stale");
    assertThat(complete("2026-11-20T11:01:00Z")).isEqualTo("applied");
    assertThat(complete("2026-11-20T11:01:01Z")).isEqualTo("422");
    assertThat(complete("yesterday")).isEqualTo("422");
  }

  private String complete(String asOf) {
    return office.push(Pushes.push("protection-complete", "{}").with("asOf", asOf));
  }

  @Test
  void apiInfoNeedsNoTokenAndAWrongMethodIsSaidToBeWrong() {
    assertThat(call("GET", "/caseworker/v1/api-info", Map.of(), "").status()).isEqualTo(200);

    Answer answer = call("DELETE", "/caseworker/v1/updates", Map.of(), "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers().get("Allow")).containsExactly("POST");
  }

  private Answer readBack(Map<String, List<String>> query) {
    return readBack(server.token(), query);
  }

  private Answer readBack(String token, Map<String, List<String>> query) {
    return call(
        "GET", "/caseworker/v1/cases", query, Map.of("Authorization", "Bearer " + token), "");
  }

  private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> body) {
    var rest = new HashMap<String, @Nullable Object>(body);
    rest.remove("traceId");
    rest.remove("instance");
    return rest;
  }
}
