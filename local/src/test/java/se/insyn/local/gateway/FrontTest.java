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
                new Route("GET", "/api/things/{id}", "Probe"),
                new Route("ANY", "/api/things", "Probe"),
                new Route("ANY", "/api/missing", "Missing"),
                new Route("ANY", "$default", "Probe")));
    var clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    var sent = new SentPage();
    var built = folder.resolve("dist");
    Files.createDirectories(built.resolve("assets"));
    Files.writeString(built.resolve("index.html"), "<!doctype html>the page");
    Files.writeString(built.resolve("assets/index-1a2b.js"), "export {};");
    var web = new WebFiles(built, () -> "http://files.example");
    front = Front.start(0, web, new HttpApi(routes, Map.of("Probe", pool), clock), sent);
  }

  @AfterAll
  void stop() {
    front.close();
  }

  @Test
  void aRequestBecomesAnEventOfPayloadFormatOne() throws Exception {
    var event =
        event(
            request("/api/things/a%2Fb?x=1&x=2%2C3&y=a+b&z")
                .header("Cookie", "one=1; two=2")
                .header("X-Insyn", "1"));
    assertThat(event)
        .containsEntry("version", "1.0")
        .containsEntry("resource", "/api/things/{id}")
        .containsEntry("path", "/api/things/a/b")
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
        .containsEntry("resourceId", "GET /api/things/{id}")
        .containsEntry("resourcePath", "/api/things/{id}")
        .containsEntry("requestTime", "22/Nov/2026:08:00:00 +0000")
        .containsEntry("requestTimeEpoch", 1795334400000L)
        .containsEntry("identity", identity(event));
    assertThat(identity(event)).containsEntry("sourceIp", "127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/things, /api/things",
    "/api/things/, $default",
    "/api/things/1, /api/things/{id}",
    "/api/things/1/2, $default",
    "/api/things//, $default",
    "/api/Things, $default",
    "/api/things%2F1, $default",
    "/api/%74hings, $default",
    "/api/nothing, $default",
  })
  void theMostSpecificRouteIsTaken(String path, String resource) throws Exception {
    assertThat(event(request(path))).containsEntry("resource", resource);
  }

  @Test
  void aMethodThatNoRouteNamesGoesToTheDefaultOne() throws Exception {
    assertThat(event(request("/api/things/1").DELETE())).containsEntry("resource", "$default");
    assertThat(event(request("/api/things").DELETE())).containsEntry("resource", "/api/things");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/things/%C3%A5%C3%A4%C3%B6, /api/things/åäö",
    "/api/things/a%20b, '/api/things/a b'",
    "/api/things/a+b, /api/things/a+b",
    "/api/things/%22%3C%3E%5E%60%7B%7C%7D, '/api/things/\"<>^`{|}'",
    "/api/things/%00, '/api/things/\0'",
    "/api/things/%FF, '/api/things/\uFFFD'",
    "/api/things/%25, /api/things/%",
    "/api/things/%252F, /api/things/%2F",
    "/api/things/.., /api/things/..",
    "/api/things/;a=b, /api/things/;a=b",
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
    var answer = send(request("/api/things"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(answer.headers().allValues("content-type")).containsExactly("application/json");
  }

  @Test
  void theContextClassLoaderOfACallIsTheFunctionsOwn() throws Exception {
    assertThat(send(request("/api/things")).headers().allValues("x-loader"))
        .containsExactly("true");
  }

  @Test
  void aFunctionThatThrowsIsAnInternalError() throws Exception {
    assertThat(send(request("/api/fail")))
        .extracting(HttpResponse::statusCode, HttpResponse::body)
        .containsExactly(500, "{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void aFunctionThatIsNotThereIsNotAvailable() throws Exception {
    assertThat(send(request("/api/missing")).statusCode()).isEqualTo(503);
  }

  @Test
  void bodiesAndHeadersHaveTheirLimits() throws Exception {
    var text = new byte[5 * 1024 * 1024];
    Arrays.fill(text, (byte) 'x');
    assertThat(send(post("text/plain", Arrays.copyOf(text, 10 * 1024 * 1024 + 1))).statusCode())
        .isEqualTo(413);
    assertThat(send(post("application/octet-stream", text)).statusCode()).isEqualTo(413);
    assertThat(send(request("/api/things").header("X-Long", "x".repeat(10_240))).statusCode())
        .isEqualTo(431);
    assertThat(send(request("/api/things").header("X-Long", "x".repeat(9_000))).statusCode())
        .isEqualTo(201);
  }

  @Test
  void aHeadRequestHasNoBody() throws Exception {
    var answer = send(request("/api/things").method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/handelser?kind=payment",
        "/arenden/0f.1/handelser/BES-1.2",
        "/nothing.html",
        "/..%2Findex.html",
        "/apis",
        "/loginpage"
      })
  void whatIsNoFileAndNoFunctionIsThePage(String target) throws Exception {
    var page = send(request(target));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("<!doctype html>the page");
    assertThat(page.headers().map())
        .containsEntry("content-type", List.of("text/html; charset=utf-8"))
        .containsEntry("cache-control", List.of("no-cache"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("referrer-policy", List.of("no-referrer"))
        .containsEntry(
            "content-security-policy",
            List.of(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self' http://files.example; font-src 'self'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'"));
  }

  @Test
  void whatIsNamedAfterItsContentIsKeptForAYear() throws Exception {
    var script = send(request("/assets/index-1a2b.js"));
    assertThat(script.body()).isEqualTo("export {};");
    assertThat(script.headers().map())
        .containsEntry("content-type", List.of("text/javascript; charset=utf-8"))
        .containsEntry("cache-control", List.of("public, max-age=31536000, immutable"));
    assertThat(send(request("/assets/index-old.js")).statusCode()).isEqualTo(404);
    assertThat(send(request("/assets/..%2Fsecret.js")).statusCode()).isEqualTo(404);
  }

  @Test
  void thePageIsOnlyRead() throws Exception {
    assertThat(event(request("/handelser").DELETE())).containsEntry("resource", "$default");
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + target));
  }

  private HttpRequest.Builder post(String type, byte[] body) {
    return request("/api/things")
        .header("Content-Type", type)
        .POST(BodyPublishers.ofByteArray(body));
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
