package se.insyn.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.web.router.Router;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.json.Json;

/** The API's events and answers, byte by byte. */
class EventJsonTest {

  @Test
  void whatACallNeedsIsReadAndTheRestIsPassedOver() {
    var event =
        read(
            """
            {"version":"1.0","resource":"/api/cases/{caseId}","path":"/api/cases/a b","httpMethod":"GET",
             "headers":{"accept":"text/html","cookie":null},"multiValueHeaders":{"accept":["text/html",null]},
             "queryStringParameters":{"q":"å"},"multiValueQueryStringParameters":{"q":["1,2","å"]},
             "requestContext":{"stage":"$default","identity":{"sourceIp":"192.0.2.1"}},
             "pathParameters":{"caseId":"a b"},"stageVariables":null,"body":"{}","isBase64Encoded":false}
            """);
    assertThat(event)
        .isEqualTo(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withPath("/api/cases/a b")
                .withResource("/api/cases/{caseId}")
                .withHeaders(Map.of("accept", "text/html", "cookie", ""))
                .withMultiValueHeaders(Map.of("accept", List.of("text/html", "")))
                .withQueryStringParameters(Map.of("q", "å"))
                .withMultiValueQueryStringParameters(Map.of("q", List.of("1,2", "å")))
                .withBody("{}")
                .withIsBase64Encoded(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "null",
        "{}",
        "{\"path\":1,\"path\":2}",
        "{\"httpMethod\":{},\"path\":[],\"headers\":\"x\",\"multiValueHeaders\":7,\"body\":true,"
            + "\"isBase64Encoded\":\"true\"}"
      })
  void whatIsOddIsAbsentAndStillAnswered(String event) throws IOException {
    assertThat(read(event)).isEqualTo(new APIGatewayProxyRequestEvent().withIsBase64Encoded(false));
    try (var portal = new Portal()) {
      var out = new ByteArrayOutputStream();
      portal.function.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
      assertThat(Json.parseObject(out.toString(StandardCharsets.UTF_8)))
          .containsEntry("statusCode", 404L);
    }
  }

  @Test
  void anAnswerHasItsHeadersOnceAndNothingThatIsNot() {
    var answer =
        new APIGatewayProxyResponseEvent()
            .withStatusCode(200)
            .withHeaders(Map.of("Vary", "once"))
            .withMultiValueHeaders(Map.of("Set-Cookie", List.of("a=1", "b=2")))
            .withBody("\u2028å\uD83D\uDE00\"");
    assertThat(new String(EventJson.write(answer), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"statusCode\":200,\"multiValueHeaders\":{\"Set-Cookie\":[\"a=1\",\"b=2\"]},"
                + "\"body\":\"\u2028å\uD83D\uDE00\\\"\",\"isBase64Encoded\":false}");
  }

  @Test
  void beforeItIsFrozenAFunctionReadsOnEveryClosedRouteAsNobody() throws Exception {
    try (var portal = new Portal()) {
      var rehearsal = new Rehearsal(portal.function, portal.context.getBean(Router.class));
      assertThat(rehearsal.paths()).isNotEmpty().noneMatch(path -> path.contains("{"));
      assertThat(rehearsal.rehearse())
          .hasSameSizeAs(rehearsal.paths())
          .allSatisfy(answer -> assertThat(answer).startsWith("{\"statusCode\":401,"));
    }
  }

  private static APIGatewayProxyRequestEvent read(String json) {
    return EventJson.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
