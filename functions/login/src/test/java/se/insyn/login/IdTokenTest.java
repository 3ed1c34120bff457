package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.http.SessionCookie;

/** Which ID tokens open a session, and which do not. */
class IdTokenTest {

  private static final Browser BROWSER = new Browser();
  private static final ECKey OTHER = FakeProvider.key("k1");

  @AfterAll
  static void close() {
    BROWSER.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void opens(String what, Consumer<FakeProvider.Token> change) {
    BROWSER.cookies.clear();
    BROWSER.provider.change = change;
    var answer = BROWSER.login();
    assertThat(answer.status()).as(BROWSER.log).isEqualTo(200);
    assertThat(BROWSER.cookies).containsKey(SessionCookie.NAME);
  }

  static Stream<Arguments> opens() {
    return Stream.of(
        row("as it should be", token -> {}),
        claim("aud", List.of(FakeProvider.CLIENT)),
        claim("azp", FakeProvider.CLIENT),
        claim("acr", "http://id.elegnamnden.se/loa/1.0/loa4"),
        row("without a name", token -> token.claims.remove("name")),
        row("life of ten minutes", token -> token.claims.put("exp", now() + 600)),
        row("a little early", token -> token.claims.put("nbf", now() + 5)),
        row("typ JWT", token -> token.header = FakeProvider.header(JWSAlgorithm.ES256, "JWT")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refuses(String what, Consumer<FakeProvider.Token> change, String reason) {
    BROWSER.cookies.clear();
    BROWSER.provider.change = change;
    var answer = BROWSER.login();
    assertThat(answer.status()).isIn(400, 403);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(BROWSER.cookies).isEmpty();
    assertThat(BROWSER.log.lines().filter(line -> line.contains("\"reason\""))).hasSize(1);
    assertThat(BROWSER.log).contains("\"reason\":\"" + reason + "\"");
    assertThat(BROWSER.log + answer.body()).doesNotContain("200007169915", "Elias", "eyJ");
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
            wrong("id-token-invalid", "iss", "", "x", "/"),
            wrong("id-token-invalid", "nonce", "", "x", 3L),
            wrong("id-token-invalid", "exp", "tomorrow", new BigDecimal("1e30"), 1L),
            wrong("id-token-invalid", "iat", "x"),
            wrong("id-token-subject", "sub", ""),
            wrong("id-token-invalid", "aud", "other", List.of("other"), 3L),
            wrong("id-token-audience", "aud", List.of(FakeProvider.CLIENT, "other")),
            wrong("id-token-invalid", "azp", 3L),
            wrong("id-token-level", "acr", "http://id.elegnamnden.se/loa/1.0/loa2"),
            wrong("id-token-level", "acr", "https://id.elegnamnden.se/loa/1.0/loa3"),
            wrong("id-token-level", "acr", "https://id.swedenconnect.se/loa/loa3", 3L, ""),
            wrong("id-token-level", "acr", List.of(FakeProvider.LOA3)),
            wrong("id-token-auth-time", "auth_time", "x", 0L, -1L, new BigDecimal("1e30")),
            wrong("id-token-subject", "sub", "200007169915", "x".repeat(256), "id:200007169915"),
            wrong("access-token-hash", "at_hash", "AAAAAAAAAAAAAAAAAAAAAA"),
            missing("id-token-invalid", "iss", "aud", "exp", "iat", "nonce", "sub"),
            missing("id-token-auth-time", "auth_time"),
            missing("id-token-level", "acr"),
            missing("no-valid-number", IdentityClaims.PERSONAL),
            times(),
            signatures())
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> times() {
    return Stream.of(
        refused("expired", "id-token-invalid", token -> token.claims.put("exp", now() - 60)),
        refused("iat of yesterday", "id-token-time", t -> t.claims.put("iat", now() - 86_400)),
        refused("iat to come", "id-token-invalid", t -> t.claims.put("iat", now() + 120)),
        refused("nbf to come", "id-token-time", t -> t.claims.put("nbf", now() + 120)),
        refused("old", "id-token-auth-time", t -> t.claims.put("auth_time", now() - 60)),
        refused("to come", "id-token-auth-time", t -> t.claims.put("auth_time", now() + 60)));
  }

  private static Stream<Arguments> signatures() {
    return Stream.of(
        refused("another key", "id-token-invalid", t -> t.signer = signer(OTHER)),
        refused(
            "a key of its own",
            "id-token-invalid",
            token -> {
              token.header = new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(OTHER.toPublicJWK());
              token.signer = signer(OTHER);
            }),
        refused(
            "HS256",
            "id-token-algorithm",
            token -> {
              token.header = FakeProvider.header(JWSAlgorithm.HS256, null);
              token.signer = mac();
            }),
        refused("flipped", "id-token-invalid", t -> t.finish = IdTokenTest::flipped),
        refused("cut off", "tokens-unreadable", t -> t.finish = s -> s.substring(0, 50)),
        refused(
            "no signature",
            "id-token-invalid",
            t -> t.finish = s -> s.substring(0, s.lastIndexOf('.') + 1) + "AA"),
        refused("alg none", "id-token-unsigned", t -> t.finish = s -> unsigned(s, "none")),
        refused("alg None", "tokens-unreadable", t -> t.finish = s -> unsigned(s, "None")),
        refused("no token", "tokens-unreadable", t -> t.finish = s -> ""),
        refused(
            "an access token",
            "id-token-invalid",
            t -> t.header = FakeProvider.header(JWSAlgorithm.ES256, "at+jwt")),
        refused(
            "a logout token",
            "id-token-invalid",
            t ->
                t.header =
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("k1")
                        .type(new JOSEObjectType("logout+jwt"))));
  }

  private static Arguments row(String what, Consumer<FakeProvider.Token> change) {
    return Arguments.of(what, change);
  }

  private static Arguments refused(
      String what, String reason, Consumer<FakeProvider.Token> change) {
    return Arguments.of(what, change, reason);
  }

  private static Arguments claim(String name, Object value) {
    return row(name + " " + value, token -> token.claims.put(name, value));
  }

  private static Stream<Arguments> wrong(String reason, String name, Object... values) {
    return Stream.of(values)
        .map(value -> refused(name + " " + value, reason, t -> t.claims.put(name, value)));
  }

  private static Stream<Arguments> missing(String reason, String... names) {
    return Stream.of(names)
        .map(name -> refused("without " + name, reason, token -> token.claims.remove(name)));
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static ECDSASigner signer(ECKey key) {
    try {
      return new ECDSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MACSigner mac() {
    try {
      return new MACSigner(BROWSER.provider.keys.getFirst().toECPublicKey().getEncoded());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String flipped(String token) {
    int at = token.length() - 10;
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private static String unsigned(String token, String algorithm) {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                ("{\"alg\":\"" + algorithm + "\"}").getBytes(StandardCharsets.US_ASCII));
    return header + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
  }
}
