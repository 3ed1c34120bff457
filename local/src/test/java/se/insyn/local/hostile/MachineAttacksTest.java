package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.issuers.SigningKeys;

/**
 * The table of machines: F01, F02, F13, F17 are here, F18 is in CanaryTest. F05: the token endpoint
 * is the municipality's own, the push has no assertion to replay. F14, F15: test_template.py and
 * the edge. F16: nothing that is sent is ever called, see the outbound calls in {@link Refusal}.
 */
class MachineAttacksTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String UPDATES = "/caseworker/v1/updates";
  private static final String AUDIENCE = INSYN.setting("SYSTEMS_AUDIENCE");

  private Office office = Office.lifecare();

  @BeforeEach
  void startOver() {
    office = People.startOver();
  }

  @Test
  @DisplayName("F01: no token, Basic, a key in the address or a cookie is 401")
  void whoHasNoTokenIsRefused() {
    refused(request(UPDATES), "no-token");
    refused(request(UPDATES).header("Authorization", "Basic bGlmZWNhcmU6bG9jYWw="), "token-odd");
    refused(request(UPDATES).header("Authorization", "Bearer"), "token-odd");
    refused(request(UPDATES).header("Authorization", "Bearer x"), "token-invalid");
    refused(request(UPDATES).header("Authorization", "Bearer" + office.token()), "token-odd");
    refused(request(UPDATES + "?access_token=" + office.token()), "no-token");
    refused(request(UPDATES).header("Cookie", "token=" + office.token()), "no-token");
    refused(
        request(UPDATES)
            .header("Authorization", "Bearer " + office.token())
            .header("Authorization", "Bearer " + office.token()),
        "token-odd");
  }

  @ParameterizedTest(name = "F02: {0}")
  @MethodSource("tokens")
  void aTokenThatIsOddIsRefused(String what, String token) {
    refused(request(UPDATES).header("Authorization", "Bearer " + token), "token-invalid");
  }

  static Stream<Arguments> tokens() {
    var keys = INSYN.keys();
    var good = claims(token -> {});
    var signed = keys.signed("at+jwt", good).serialize();
    var named =
        new com.nimbusds.jose.jwk.ECKey.Builder(SigningKeys.fresh())
            .keyID(keys.current().getKeyID())
            .build();
    return Stream.of(
        odd("another audience", token -> token.audience("other")),
        odd("no audience", token -> token.audience((String) null)),
        odd("another issuer", token -> token.issuer(INSYN.citizensIssuer())),
        odd("no issuer", token -> token.issuer(null)),
        odd("expired", token -> token.expirationTime(at(-60))),
        odd("without an end", token -> token.expirationTime(null)),
        odd("not yet", token -> token.notBeforeTime(at(600))),
        odd("without a client", token -> token.claim("client_id", null)),
        Arguments.of("an ID token's type", keys.signed("JWT", good).serialize()),
        Arguments.of("another key", SigningKeys.signed("at+jwt", good, named).serialize()),
        Arguments.of("alg none", unsigned(good, "none", "")),
        Arguments.of("HS256", unsigned(good, "HS256", "AAAA")),
        Arguments.of("flipped", signed.substring(0, signed.length() - 9) + "A".repeat(9)),
        Arguments.of("cut off", signed.substring(0, 60)));
  }

  @Test
  @DisplayName("F02, F17: a token for something else, or of a client that is not listed, is 403")
  void aTokenForSomethingElseIsForbidden() {
    forbidden(claims(token -> token.claim("scope", "outbox")), "scope");
    forbidden(claims(token -> token.claim("scope", null)), "scope");
    forbidden(claims(token -> token.claim("scope", List.of("updates"))), "scope");
    forbidden(claims(token -> token.claim("client_id", "gone")), "client-unknown");
  }

  @ParameterizedTest(name = "F13: media type {0} is not taken")
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "application/cloudevents+json; charset=utf-16",
        "application/x-www-form-urlencoded",
        "application/cloudevents+xml",
        "x",
        "*/*"
      })
  void anotherMediaTypeIsRefused(String type) {
    var event = office.event(People.decision("A-1", "BES-F"));
    Refusal.of(
            () ->
                office.send(
                    office
                        .request(UPDATES)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(event))))
        .isProblem(415, "unsupported-media-type", "unsupported-media-type");
  }

  @Test
  @DisplayName("F13: a compressed body is not understood, a chunked one is")
  void aCompressedBodyIsRefused() throws IOException {
    var event = office.event(People.decision("A-1", "BES-F")).getBytes(StandardCharsets.UTF_8);
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(event);
    }
    Refusal.of(() -> push(BodyPublishers.ofByteArray(zipped.toByteArray()), "gzip"))
        .isProblem(400, "malformed", "malformed");
    var chunked = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(event));
    assertThat(push(chunked, "identity").body()).contains("applied");
  }

  private HttpResponse<String> push(HttpRequest.BodyPublisher body, String encoding) {
    return office.send(
        office
            .request(UPDATES)
            .header("Content-Type", "application/cloudevents+json")
            .header("Content-Encoding", encoding)
            .POST(body));
  }

  private void refused(HttpRequest.Builder request, String reason) {
    var refusal = Refusal.of(() -> office.send(request)).isProblem(401, "invalid-token", reason);
    assertThat(refusal.answer().headers().firstValue("www-authenticate")).hasValue("Bearer");
  }

  private void forbidden(JWTClaimsSet claims, String reason) {
    var token = INSYN.keys().signed("at+jwt", claims).serialize();
    var request = request(UPDATES).header("Authorization", "Bearer " + token);
    Refusal.of(() -> office.send(request)).isProblem(403, "forbidden", reason);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(INSYN.origin().resolve(path))
        .header("Content-Type", "application/cloudevents+json")
        .POST(BodyPublishers.ofString(office.event(People.decision("A-1", "BES-F"))));
  }

  private static Arguments odd(String what, Consumer<JWTClaimsSet.Builder> change) {
    return Arguments.of(what, INSYN.keys().signed("at+jwt", claims(change)).serialize());
  }

  private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(INSYN.systemsIssuer())
            .audience(AUDIENCE)
            .subject("lifecare")
            .claim("client_id", "lifecare")
            .claim("scope", "updates")
            .issueTime(at(0))
            .expirationTime(at(300));
    change.accept(claims);
    return claims.build();
  }

  private static String unsigned(JWTClaimsSet claims, String algorithm, String signature) {
    var header = Json.text(Map.of("alg", algorithm, "typ", "at+jwt"));
    return Base64URL.encode(header)
        + "."
        + Base64URL.encode(Json.text(claims.toJSONObject()))
        + "."
        + signature;
  }

  private static Date at(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}
