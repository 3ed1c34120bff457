package se.insyn.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.local.Json;
import se.insyn.local.functions.FunctionPool;
import se.insyn.local.functions.ProbeHandler;
import se.insyn.local.template.FunctionDefinition;
import se.insyn.local.template.Route;

/** A packaged probe behind the web server: what goes in is what an HTTP API would hand over. */
@TestInstance(Lifecycle.PER_CLASS)
class FrontTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private Front front;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    var type = ProbeHandler.class.getName();
    var zip = folder.resolve("probe.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip));
        var code = ProbeHandler.class.getResourceAsStream("ProbeHandler.class")) {
      out.putNextEntry(new ZipEntry(type.replace('.', '/') + ".class"));
      out.write(Objects.requireNonNull(code).readAllBytes());
    }
    var function = new FunctionDefinition("Probe", Path.of("probe.zip"), type);
    var pool = FunctionPool.of(function, folder, folder.resolve("work"));
    pool.grow(List.of());
    pool.grow(List.of());
    var routes =
        new Routes(
            List.of(
                new Route("GET", "/things/{id}", "Probe"),
                new Route("ANY", "/things", "Probe"),
                new Route("ANY", "/missing", "Missing"),
                new Route("ANY", "$default", "Probe")));
    var clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    var sent = new SentPage();
    front = Front.start(0, new HttpApi(routes, Map.of("Probe", pool), clock), sent);
  }

  @AfterAll
  void stop() {
    front.close();
  }

  @Test
  void aRequestBecomesAnEventOfPayloadFormatOne() throws Exception {
    var event =
        event(
            request("/things/a%2Fb?x=1&x=2%2C3&y=a+b&z")
                .header("Cookie", "one=1; two=2")
                .header("X-Insyn", "1"));
    assertThat(event)
        .containsEntry("version", "1.0")
        .containsEntry("resource", "/things/{id}")
        .containsEntry("path", "/things/a/b")
        .containsEntry("httpMethod", "GET")
        .containsEntry("pathParameters", Map.of("id", "a/b"))
        .containsEntry(
            "multiValueQueryStringParameters",
            Map.of("x", List.of("1", "2,3"), "y", List.of("a b"), "z", List.of("")))
        .containsEntry("queryStringParameters", Map.of("x", "2,3", "y", "a b", "z", ""))
        .containsEntry("body", null)
        .containsEntry("isBase64Encoded", false);
    assertThat(map(event.get("multiValueHeaders")))
        .containsEntry("cookie", List.of("one=1; two=2"))
        .containsEntry("x-insyn", List.of("1"))
        .containsEntry("x-forwarded-proto", List.of("https"));
    assertThat(map(event.get("requestContext")))
        .containsEntry("stage", "$default")
        .containsEntry("resourceId", "GET /things/{id}")
        .containsEntry("resourcePath", "/things/{id}")
        .containsEntry("requestTime", "22/Nov/2026:08:00:00 +0000")
        .containsEntry("requestTimeEpoch", 1795334400000L)
        .containsEntry("identity", identity(event));
    assertThat(identity(event)).containsEntry("sourceIp", "127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "/things, /things",
    "/things/, $default",
    "/things/1, /things/{id}",
    "/things/1/2, $default",
    "/things//, $default",
    "/Things, $default",
    "/things%2F1, $default",
    "/%74hings, $default",
    "/nothing, $default",
  })
  void theMostSpecificRouteIsTaken(String path, String resource) throws Exception {
    assertThat(event(request(path))).containsEntry("resource", resource);
  }

  @Test
  void aMethodThatNoRouteNamesGoesToTheDefaultOne() throws Exception {
    assertThat(event(request("/things/1").DELETE())).containsEntry("resource", "$default");
    assertThat(event(request("/things").DELETE())).containsEntry("resource", "/things");
  }

  @ParameterizedTest
  @CsvSource({
    "/things/%C3%A5%C3%A4%C3%B6, /things/åäö",
    "/things/a%20b, '/things/a b'",
    "/things/a+b, /things/a+b",
    "/things/%22%3C%3E%5E%60%7B%7C%7D, '/things/\"<>^`{|}'",
    "/things/%00, '/things/\0'",
    "/things/%FF, '/things/\uFFFD'",
    "/things/%25, /things/%",
    "/things/%252F, /things/%2F",
    "/things/.., /things/..",
    "/things/;a=b, /things/;a=b",
  })
  void aPathIsDecodedOnce(String raw, String path) throws Exception {
    assertThat(event(request(raw))).containsEntry("path", path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "application/json; charset=utf-8", "text/plain", "TEXT/CSV"})
  void aTextBodyIsHandedOverAsText(String type) throws Exception {
    var body = "{\"name\":\"Åsa–Lena\"}";
    assertThat(event(post(type, body.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .containsEntry("body", body)
        .containsEntry("isBase64Encoded", false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cloudevents+json",
        "application/x-www-form-urlencoded",
        "application/octet-stream"
      })
  void anyOtherBodyIsHandedOverEncoded(String type) throws Exception {
    var body = new byte[] {0, (byte) 0xFF, 13, 10};
    assertThat(event(post(type, body)))
        .containsEntry("body", Base64.getEncoder().encodeToString(body))
        .containsEntry("isBase64Encoded", true);
  }

  @Test
  void everyValueOfAnAnswersHeaderIsSent() throws Exception {
    var answer = send(request("/things"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(answer.headers().allValues("content-type")).containsExactly("application/json");
  }

  @Test
  void theContextClassLoaderOfACallIsTheFunctionsOwn() throws Exception {
    assertThat(send(request("/things")).headers().allValues("x-loader")).containsExactly("true");
  }

  @Test
  void aFunctionThatThrowsIsAnInternalError() throws Exception {
    assertThat(send(request("/fail")))
        .extracting(HttpResponse::statusCode, HttpResponse::body)
        .containsExactly(500, "{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void aFunctionThatIsNotThereIsNotAvailable() throws Exception {
    assertThat(send(request("/missing")).statusCode()).isEqualTo(503);
  }

  @Test
  void bodiesAndHeadersHaveTheirLimits() throws Exception {
    var text = new byte[5 * 1024 * 1024];
    Arrays.fill(text, (byte) 'x');
    assertThat(send(post("text/plain", Arrays.copyOf(text, 10 * 1024 * 1024 + 1))).statusCode())
        .isEqualTo(413);
    assertThat(send(post("application/octet-stream", text)).statusCode()).isEqualTo(413);
    assertThat(send(request("/things").header("X-Long", "x".repeat(10_240))).statusCode())
        .isEqualTo(431);
    assertThat(send(request("/things").header("X-Long", "x".repeat(9_000))).statusCode())
        .isEqualTo(201);
  }

  @Test
  void aHeadRequestHasNoBody() throws Exception {
    var answer = send(request("/things").method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theStaticPageStandsAtTheRoot() throws Exception {
    var page = send(request("/"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).startsWith("<!doctype html>");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(event(request("/nothing.html"))).containsEntry("resource", "$default");
    assertThat(event(request("/..%2Findex.html"))).containsEntry("resource", "$default");
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + target));
  }

  private HttpRequest.Builder post(String type, byte[] body) {
    return request("/things").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private Map<String, Object> event(HttpRequest.Builder request) throws Exception {
    return Json.object(send(request).body());
  }

  private static Map<String, Object> identity(Map<String, Object> event) {
    return map(map(event.get("requestContext")).get("identity"));
  }

  @SuppressWarnings("unchecked") // an event's objects
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }
}
