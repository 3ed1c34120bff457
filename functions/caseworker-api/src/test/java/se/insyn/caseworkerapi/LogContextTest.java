package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Pushes;
import se.insyn.http.HttpFunction;

/** What the log says of the event that was refused. */
class LogContextTest {

  private static final String NAMED =
      "{caseNumber=" + Pushes.CASE_NUMBER + ", eventId=BES-1, system=/lifecare}";

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

  @Test
  void aRefusedEventIsNamedByItsSystemCaseAndId() {
    var event = Pushes.decision().with("version", 0L).cloudEvent(Office.LIFECARE);

    assertThat(logged(() -> push(Json.write(event)))).containsExactly(NAMED);
  }

  @Test
  void whatIsWrongIsNamedByPointersOfOursAndNothingElseOfTheEvent() {
    var event =
        Pushes.decision()
            .with("version", 0L)
            .with("outcome", "perhaps")
            .with("Eliases hemlighet", 1L)
            .cloudEvent(Office.LIFECARE);
    var batches = office.context.getBean(BatchOfUpdates.class);

    for (Runnable push :
        List.<Runnable>of(
            () -> push(Json.write(event)),
            () ->
                batches.take(
                    new Source(Office.LIFECARE), List.of(event), false, "0".repeat(32), null))) {
      assertThat(lines(push))
          .singleElement()
          .asString()
          .contains("\"status\":\"422\",\"pointers\":\"/data/outcome /data/version\"")
          .doesNotContain("hemlighet", "perhaps");
    }
  }

  @Test
  void whatIsNotAsAgreedStaysOutAndNothingStaysForTheNext() {
    List<Object> events =
        List.of(
            Pushes.protection(Pushes.APPLICANT, "nonsense").cloudEvent(Office.LIFECARE),
            Pushes.decision().with("version", 0L).cloudEvent(Office.LIFECARE),
            Pushes.decision().with("id", "200007169915").cloudEvent(Office.LIFECARE),
            "no event",
            Pushes.decision().with("caseNumber", "20000716-9915").cloudEvent(Office.LIFECARE));
    var batches = office.context.getBean(BatchOfUpdates.class);

    assertThat(
            logged(
                () ->
                    batches.take(new Source(Office.LIFECARE), events, false, "0".repeat(32), null)))
        .containsExactlyInAnyOrder(
            "{system=/lifecare}",
            NAMED,
            "{caseNumber=" + Pushes.CASE_NUMBER + ", system=/lifecare}",
            "{}",
            "{eventId=BES-1, system=/lifecare}");
    assertThat(MDC.get("system")).isNull();
  }

  private void push(String body) {
    function.handleRequest(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withPath("/caseworker/v1/updates")
            .withResource("/caseworker/v1/updates")
            .withMultiValueHeaders(
                Map.of(
                    "Authorization", List.of("Bearer " + server.token()),
                    "Content-Type", List.of("application/cloudevents+json")))
            .withBody(body),
        new MockLambdaContext());
  }

  /** Of each line that was logged, what it says of the event. */
  private static List<String> logged(Runnable work) {
    return lines(work).stream()
        .map(Json::parseObject)
        .map(
            line -> {
              var context = new TreeMap<>(line);
              context.keySet().retainAll(List.of("system", "caseNumber", "eventId"));
              return context.toString();
            })
        .toList();
  }

  private static List<String> lines(Runnable work) {
    PrintStream out = System.out;
    var captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return captured.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
