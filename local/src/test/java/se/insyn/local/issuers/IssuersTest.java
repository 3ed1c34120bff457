package se.insyn.local.issuers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.local.Json;

/** The stand-in issuers refuse what a real one would. */
@TestInstance(Lifecycle.PER_CLASS)
class IssuersTest {
  private static final String BACK = "http://localhost:8080/login/callback";
  private static final CodeVerifier VERIFIER = new CodeVerifier("v".repeat(43));

  private final HttpClient client = HttpClient.newHttpClient();
  private final ECKey loginKey = SigningKeys.fresh();
  private Issuers issuers;

  @BeforeAll
  void start() throws IOException {
    issuers = Issuers.start(0, Clock.systemUTC());
    issuers.open(
        "http://localhost:8080",
        "insyn",
        () -> loginKey,
        "http://localhost:8080/caseworker",
        Set.of("lifecare", "other-system"));
  }

  @AfterAll
  void stop() {
    issuers.close();
  }

  @AfterEach
  void mend() {
    issuers.faults().clear();
  }

  @Test
  void theMetadataAreThoseOfTheSwedishProfile() throws Exception {
    var answer = get(issuers.citizensIssuer() + "/.well-known/openid-configuration");
    var metadata = OIDCProviderMetadata.parse(answer.body());
    assertThat(metadata.getIssuer().getValue()).isEqualTo(issuers.citizensIssuer());
    assertThat(metadata.getTokenEndpointURI())
        .isEqualTo(URI.create(issuers.citizensIssuer() + "/token"));
    assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
    assertThat(metadata.getTokenEndpointJWSAlgs())
        .containsExactlyInAnyOrder(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
  }

  @Test
  void aLoginGivesAnIdTokenOfTheProfile() throws Exception {
    var claims = login("197605239917", "").getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(issuers.citizensIssuer());
    assertThat(claims.getAudience()).containsExactly("insyn");
    assertThat(claims.getSubject()).isNotEmpty().doesNotContain("19760523");
    assertThat(claims.getStringClaim("nonce")).isEqualTo("nonce");
    assertThat(claims.getStringClaim("acr")).isEqualTo("http://id.elegnamnden.se/loa/1.0/loa3");
    assertThat(claims.getStringClaim("name")).isEqualTo("Mattias Öberg");
    assertThat(claims.getStringClaim("https://id.oidc.se/claim/personalIdentityNumber"))
        .isEqualTo("197605239917");
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(300));
    assertThat(claims.getLongClaim("auth_time") * 1000)
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
  }

  @Test
  void anIdTokenIsSignedWithAPublishedKey() throws Exception {
    var keys = JWKSet.parse(get(issuers.citizensIssuer() + "/jwks").body());
    var token = login("197605239917", "");
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
  }

  @Test
  void aCoordinationNumberComesInItsOwnClaim() throws Exception {
    var claims = login("198406829906", "").getJWTClaimsSet();
    assertThat(claims.getStringClaim("https://id.oidc.se/claim/coordinationNumber"))
        .isEqualTo("198406829906");
    assertThat(claims.getStringClaim("https://id.oidc.se/claim/coordinationNumberLevel"))
        .isEqualTo("confirmed");
    assertThat(claims.getClaim("https://id.oidc.se/claim/personalIdentityNumber")).isNull();
  }

  @Test
  void postedClaimsStandOverTheUsualAndNullTakesOneAway() throws Exception {
    var claims =
        login("197605239917", "{\"acr\":\"loa2\",\"nonce\":null,\"auth_time\":1,\"exp\":\"soon\"}");
    var payload = claims.getPayload().toJSONObject();
    assertThat(payload)
        .contains(entry("acr", "loa2"), entry("auth_time", 1L), entry("exp", "soon"))
        .doesNotContainKey("nonce");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, other",
    "redirect_uri, http://localhost:8080/login/callback/",
    "redirect_uri, https://evil.example/",
  })
  void anUnknownClientOrRedirectIsNotSentAnywhere(String name, String value) throws Exception {
    var answer = get(authorizeUrl(Map.of(name, value)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("location")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token",
    "scope, profile",
    "code_challenge_method, plain",
    "code_challenge, short",
    "state, short",
  })
  void aWrongRequestComesBackAsAnError(String name, String value) throws Exception {
    var back = redirect(get(authorizeUrl(Map.of(name, value))));
    assertThat(back).containsEntry("error", "invalid_request").doesNotContainKey("code");
  }

  @Test
  void whoCancelsComesBackWithoutACode() throws Exception {
    var back = redirect(post(authorizeUrl(Map.of()), Map.of("cancel", "true")));
    assertThat(back)
        .containsEntry("error", "access_denied")
        .containsEntry("state", "s".repeat(22))
        .containsEntry("iss", issuers.citizensIssuer());
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, , invalid_grant",
    "code_verifier, wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww, invalid_grant",
    "redirect_uri, http://localhost:8080/, invalid_grant",
    "code, other, invalid_grant",
    "client_assertion, , invalid_client",
    "grant_type, password, unsupported_grant_type",
  })
  void aWrongTokenRequestIsRefused(String name, String value, String error) throws Exception {
    var form = tokenForm(code("197605239917", ""));
    if (value == null) {
      form.remove(name);
    } else {
      form.put(name, value);
    }
    var answer = post(issuers.citizensIssuer() + "/token", form);
    assertThat(answer.statusCode()).isIn(400, 401);
    assertThat(Json.object(answer.body())).containsEntry("error", error);
  }

  @Test
  void anotherKeyOrAudienceAndAnAssertionUsedTwiceAreRefused() throws Exception {
    var url = issuers.citizensIssuer() + "/token";
    var other = tokenForm(code("197605239917", ""));
    other.put("client_assertion", assertion(SigningKeys.fresh(), issuers.citizensIssuer()));
    assertThat(post(url, other).statusCode()).isEqualTo(401);
    other.put("client_assertion", assertion(loginKey, url));
    assertThat(post(url, other).statusCode()).isEqualTo(401);
    other.put("client_assertion", assertion(loginKey, issuers.citizensIssuer()));
    assertThat(post(url, other).statusCode()).isEqualTo(200);
    other.put("code", code("197605239917", ""));
    assertThat(post(url, other).statusCode()).isEqualTo(401);
  }

  @Test
  void aCodeIsGoodOnce() throws Exception {
    var code = code("197605239917", "");
    assertThat(post(issuers.citizensIssuer() + "/token", tokenForm(code)).statusCode())
        .isEqualTo(200);
    assertThat(post(issuers.citizensIssuer() + "/token", tokenForm(code)).body())
        .contains("invalid_grant");
  }

  @Test
  void anEndpointCanBeBrokenAndMended() throws Exception {
    issuers.faults().at("/citizens/jwks", Fault.status(503));
    assertThat(get(issuers.citizensIssuer() + "/jwks").statusCode()).isEqualTo(503);
    assertThat(issuers.faults().requests("/citizens/jwks")).isEqualTo(1);
    issuers.faults().clear();
    assertThat(get(issuers.citizensIssuer() + "/jwks").statusCode()).isEqualTo(200);
  }

  @Test
  void aTestMayWriteTheIdTokenItself() throws Exception {
    issuers
        .faults()
        .idToken(
            token -> SigningKeys.signed("JWT", token.claims(), SigningKeys.fresh()).serialize());
    var token = login("197605239917", "");
    assertThat(token.getHeader().getKeyID()).isNotEqualTo(issuers.keys().current().getKeyID());
  }

  @Test
  void aSystemGetsTheScopesItAsksForAndAllIfNone() throws Exception {
    var one = systemToken("lifecare", "updates");
    assertThat(one.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(one.getJWTClaimsSet().getClaims())
        .containsEntry("scope", "updates")
        .containsEntry("client_id", "lifecare")
        .containsEntry("sub", "lifecare")
        .containsEntry("iss", issuers.systemsIssuer())
        .containsEntry("aud", List.of("http://localhost:8080/caseworker"))
        .containsKeys("exp", "iat", "jti");
    assertThat(systemToken("other-system", "").getJWTClaimsSet().getStringClaim("scope"))
        .isEqualTo("updates outbox");
  }

  @Test
  void anUnknownSystemGetsNoToken() throws Exception {
    var answer = post(issuers.systemsIssuer() + "/token", systemForm("stranger", ""));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Json.object(answer.body())).containsEntry("error", "invalid_client");
  }

  private SignedJWT login(String number, String claims) throws Exception {
    var answer = post(issuers.citizensIssuer() + "/token", tokenForm(code(number, claims)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return SignedJWT.parse(String.valueOf(Json.object(answer.body()).get("id_token")));
  }

  private String code(String number, String claims) throws Exception {
    var form = Map.of("username", number, "claims", claims);
    var back = redirect(post(authorizeUrl(Map.of()), form));
    assertThat(back)
        .containsEntry("state", "s".repeat(22))
        .containsEntry("iss", issuers.citizensIssuer());
    return back.getOrDefault("code", "");
  }

  private Map<String, String> tokenForm(String code) throws Exception {
    return new HashMap<>(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            BACK,
            "code_verifier",
            VERIFIER.getValue(),
            "client_id",
            "insyn",
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            assertion(loginKey, issuers.citizensIssuer())));
  }

  private static String assertion(ECKey key, String audience) throws Exception {
    PrivateKey signer = key.toECPrivateKey();
    return new PrivateKeyJWT(
            new ClientID("insyn"),
            URI.create(audience),
            JWSAlgorithm.ES256,
            signer,
            key.getKeyID(),
            null)
        .getClientAssertion()
        .serialize();
  }

  private String authorizeUrl(Map<String, String> other) {
    var parameters =
        new TreeMap<>(
            Map.of(
                "client_id", "insyn",
                "redirect_uri", BACK,
                "response_type", "code",
                "scope", "openid",
                "state", "s".repeat(22),
                "nonce", "nonce",
                "code_challenge_method", "S256",
                "code_challenge",
                    CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER).getValue()));
    parameters.putAll(other);
    return issuers.citizensIssuer() + "/authorize?" + form(parameters);
  }

  private SignedJWT systemToken(String system, String scope) throws Exception {
    var answer = post(issuers.systemsIssuer() + "/token", systemForm(system, scope));
    return SignedJWT.parse(String.valueOf(Json.object(answer.body()).get("access_token")));
  }

  private static Map<String, String> systemForm(String system, String scope) {
    var form = new HashMap<String, String>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", system);
    form.put("client_secret", "any");
    if (!scope.isEmpty()) {
      form.put("scope", scope);
    }
    return form;
  }

  private HttpResponse<String> get(String url) throws Exception {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String url, Map<String, String> form) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(form)))
            .build(),
        BodyHandlers.ofString());
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> redirect(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    var location = URI.create(answer.headers().firstValue("location").orElse(""));
    assertThat(location.toString()).startsWith(BACK + "?");
    var parameters = new HashMap<String, String>();
    URLUtils.parseParameters(location.getRawQuery())
        .forEach((name, values) -> parameters.put(name, values.getFirst()));
    return parameters;
  }
}
