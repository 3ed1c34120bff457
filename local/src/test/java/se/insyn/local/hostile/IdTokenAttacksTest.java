package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.issuers.IdToken;
import se.insyn.local.issuers.SigningKeys;

/**
 * Rows A14–A46 of the login's table: what the provider's token says, through the packaged function.
 * Not here: A26, A27 (KeyRotationTest), A32 (ProviderTest of login: metadata are read once).
 */
class IdTokenAttacksTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String CLAIM = "https://id.oidc.se/claim/";
  private static final String PERSONAL = CLAIM + "personalIdentityNumber";
  private static final String COORDINATION = CLAIM + "coordinationNumber";
  private static final String LEVEL_OF_IT = COORDINATION + "Level";
  private static final String INVALID = "id-token-invalid";
  private static final String LEVEL = "id-token-level";
  private static final String NUMBER = "no-valid-number";
  private static final String LOA = "http://id.elegnamnden.se/loa/1.0/";

  @BeforeAll
  static void startOver() {
    People.startOver();
  }

  @AfterEach
  void mend() {
    INSYN.faults().clear();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodClaims")
  void opensASession(String row, Map<String, Object> claims) {
    assertThat(INSYN.loggedIn(People.ELIAS, claims).isLoggedIn()).isTrue();
  }

  static Stream<Arguments> goodClaims() {
    return Stream.of(
        good("A01 as it should be", Map.of()),
        good("A18 aud is a list with only ours", Map.of("aud", List.of("insyn"))),
        good("A35 lives ten minutes", Map.of("exp", now() + 600)),
        good("A40 loa4", Map.of("acr", LOA + "loa4")));
  }

  @Test
  @DisplayName("A44 a confirmed samordningsnummer")
  void aSamordningsnummerThatIsConfirmedOpensASession() {
    Office.lifecare().applies(People.caseOf("C-1", People.AMIRA));
    assertThat(INSYN.loggedIn(People.AMIRA).isLoggedIn()).isTrue();
  }

  @Test
  @DisplayName("A53 a personnummer with the samordningsnummer before it, of which no push knows")
  void anEarlierNumberInATokenLinksNobodyToACase() {
    Office.lifecare().applies(People.caseOf("C-2", People.AMIRA));
    var claims = Map.<String, Object>of(CLAIM + "previousCoordinationNumber", People.AMIRA);
    assertThat(INSYN.loggedIn(People.NOBODY, claims).isLoggedIn()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badClaims")
  void aClaimThatIsOddOpensNothing(
      String row, Map<String, @Nullable Object> claims, int status, String reason) {
    refuses(claims, status, reason);
  }

  static Stream<Arguments> badClaims() {
    var issuer = INSYN.citizensIssuer();
    return Stream.of(
        bad("A14 iss with a slash", "iss", issuer + "/", "id-token-invalid"),
        bad("A14 iss in upper case", "iss", issuer.replace("citizens", "CITIZENS"), INVALID),
        bad("A14 iss by another scheme", "iss", issuer.replace("http:", "https:"), INVALID),
        bad("A15 iss missing", "iss", null, INVALID),
        bad("A16 aud of another client", "aud", "other", INVALID),
        bad("A17 aud is a list with another", "aud", List.of("insyn", "o"), "id-token-audience"),
        bad("A20 azp of another client", "azp", "other", "id-token-audience"),
        bad("A33 exp has passed", "exp", now() - 60, INVALID),
        bad("A33 exp missing", "exp", null, INVALID),
        bad("A33 exp is a text", "exp", "tomorrow", INVALID),
        bad("A33 exp is 1e99", "exp", 1e99, INVALID),
        bad("A36 nbf to come", "nbf", now() + 600, "id-token-time"),
        bad("A37 nonce missing", "nonce", null, INVALID),
        bad("A37 nonce of another login", "nonce", "A".repeat(43), INVALID),
        bad("A38 auth_time missing", "auth_time", null, "id-token-auth-time"),
        bad("A38 auth_time before the login began", "auth_time", now() - 90, "id-token-auth-time"),
        bad("A39 acr missing", "acr", null, LEVEL),
        bad("A39 loa2", "acr", LOA + "loa2", LEVEL),
        bad("A39 https", "acr", LOA.replace("http:", "https:") + "loa3", LEVEL),
        bad("A39 a trust mark", "acr", "https://id.swedenconnect.se/loa/loa3", LEVEL),
        bad("A39 a list", "acr", List.of(LOA + "loa3"), LEVEL),
        bad("A41 sub missing", "sub", null, INVALID),
        bad("A41 sub empty", "sub", "", "id-token-subject"),
        bad("A41 sub of 256 characters", "sub", "x".repeat(256), "id-token-subject"),
        bad("A41 sub is a number of a person", "sub", People.ELIAS, "id-token-subject"),
        bad("A43 at_hash wrong", "at_hash", "AAAAAAAAAAAAAAAAAAAAAA", "access-token-hash"),
        bad("A44 no number", PERSONAL, null, NUMBER),
        bad("A44 both numbers", COORDINATION, People.AMIRA, NUMBER),
        bad("A44 ten digits", PERSONAL, "0007169915", NUMBER),
        bad("A44 check digit", PERSONAL, "200904179998", NUMBER),
        bad("A44 birth number 000", PERSONAL, "201509160006", NUMBER),
        bad("A44 letters", PERSONAL, "20000101P220", NUMBER),
        bad("A44 a whole number", PERSONAL, 200007169915L, NUMBER),
        bad("A44 with a hyphen", PERSONAL, "20000716-9915", NUMBER),
        bad("A44 a samordningsnummer as personnummer", PERSONAL, People.AMIRA, NUMBER),
        doubtful("A44 a samordningsnummer without a level", Map.of()),
        doubtful("A44 a samordningsnummer that is uncertain", Map.of(LEVEL_OF_IT, "uncertain")),
        broker("A45 nin of another country", Map.of("nin_issuing_country", "NO")),
        broker("A45 nin of an organisation", Map.of("nin_type", "ORG")),
        broker("A45 Freja BASIC", Map.of("freja_registration_level", "BASIC")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void aTokenThatIsForgedOpensNothing(String row, Function<IdToken, String> writer, String reason) {
    INSYN.faults().idToken(writer);
    refuses(Map.of(), 400, reason);
    assertThat(INSYN.faults().requests("/stolen")).isZero();
  }

  static Stream<Arguments> forgeries() {
    var attacker = SigningKeys.fresh();
    return Stream.of(
        forged("A21 another key by the known name", t -> signedBy(attacker, t), INVALID),
        forged("A22 flipped", t -> flipped(t.signed()), INVALID),
        forged("A22 cut off", t -> t.signed().substring(0, 80), "tokens-unreadable"),
        forged("A22 an empty signature", t -> unsigned(t, "ES256"), "tokens-unreadable"),
        forged("A23 alg none", t -> unsigned(t, "none"), "id-token-unsigned"),
        forged("A23 alg None", t -> unsigned(t, "None"), "tokens-unreadable"),
        forged("A23 alg nOnE", t -> unsigned(t, "nOnE"), "tokens-unreadable"),
        forged("A24 HS256 with the public key", IdTokenAttacksTest::mac, "id-token-algorithm"),
        forged("A25 PS256", t -> relabelled(t, "\"alg\":\"PS256\""), "id-token-algorithm"),
        forged("A25 RS1", t -> relabelled(t, "\"alg\":\"RS1\""), "id-token-algorithm"),
        forged("A29 jku", t -> relabelled(t, es256("\"jku\":\"%s/stolen\"")), INVALID),
        forged("A29 x5u", t -> relabelled(t, es256("\"x5u\":\"%s/stolen\"")), INVALID),
        forged("A29 jwk", t -> relabelled(t, es256("\"jwk\":" + attacker.toPublicJWK())), INVALID),
        forged(
            "A46 an access token", t -> t.keys().signed("at+jwt", t.claims()).serialize(), INVALID),
        forged("A46 a logout token", t -> typed(t, "logout+jwt"), INVALID),
        forged("A52 no token at all", t -> "", "tokens-unreadable"));
  }

  private static void refuses(Map<String, @Nullable Object> claims, int status, String reason) {
    var browser = INSYN.browser();
    var callback = browser.callback(browser.startLogin("/"), People.ELIAS, claims);
    Refusal.of(() -> browser.get(callback)).isPage(status, reason).asksForTokens(1);
    assertThat(browser.cookieNames()).isEmpty();
  }

  private static Arguments good(String row, Map<String, Object> claims) {
    return Arguments.of(row, claims);
  }

  private static Arguments bad(String row, String claim, @Nullable Object value, String reason) {
    var claims = new HashMap<String, @Nullable Object>();
    claims.put(claim, value);
    return Arguments.of(row, claims, reason.equals(LEVEL) ? 403 : 400, reason);
  }

  private static Arguments doubtful(String row, Map<String, Object> level) {
    var claims = new HashMap<String, @Nullable Object>(level);
    claims.put(PERSONAL, null);
    claims.put(COORDINATION, People.AMIRA);
    return Arguments.of(row, claims, 400, NUMBER);
  }

  private static Arguments broker(String row, Map<String, Object> odd) {
    var claims = new HashMap<String, @Nullable Object>();
    claims.put(PERSONAL, null);
    claims.putAll(Map.of("nin", People.ELIAS, "nin_type", "PERSON", "nin_issuing_country", "SE"));
    claims.putAll(odd);
    return Arguments.of(row, claims, 400, NUMBER);
  }

  private static Arguments forged(String row, Function<IdToken, String> writer, String reason) {
    return Arguments.of(row, writer, reason);
  }

  private static String signedBy(ECKey key, IdToken token) {
    var named = new ECKey.Builder(key).keyID(token.keys().current().getKeyID()).build();
    return SigningKeys.signed("JWT", token.claims(), named).serialize();
  }

  private static String typed(IdToken token, String type) {
    return token.keys().signed(type, token.claims()).serialize();
  }

  private static String flipped(String token) {
    int at = token.length() - 10;
    return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
  }

  private static String unsigned(IdToken token, String algorithm) {
    return encoded("{\"alg\":\"" + algorithm + "\"}") + "." + payload(token.claims()) + ".";
  }

  /** The true signature under a header of the attacker's own. */
  private static String relabelled(IdToken token, String header) {
    var signature = token.signed().substring(token.signed().lastIndexOf('.'));
    return encoded("{" + header + "}") + "." + payload(token.claims()) + signature;
  }

  private static String es256(String more) {
    var origin = INSYN.citizensIssuer().replace("/citizens", "");
    return "\"alg\":\"ES256\"," + more.replace("%s", origin);
  }

  private static String mac(IdToken token) {
    try {
      var kid = token.keys().current().getKeyID();
      var input =
          encoded("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}") + "." + payload(token.claims());
      var signer = new MACSigner(token.keys().current().toECPublicKey().getEncoded());
      var header = new com.nimbusds.jose.JWSHeader(com.nimbusds.jose.JWSAlgorithm.HS256);
      return input + "." + signer.sign(header, input.getBytes(StandardCharsets.US_ASCII));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String payload(JWTClaimsSet claims) {
    return encoded(Json.text(claims.toJSONObject()));
  }

  private static String encoded(String text) {
    return Base64URL.encode(text).toString();
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
