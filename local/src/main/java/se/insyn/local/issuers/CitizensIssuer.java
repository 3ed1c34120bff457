package se.insyn.local.issuers;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import se.insyn.local.Json;
import se.insyn.local.demo.DemoPerson;

/** The citizens' identity provider: as strict as the Swedish profile, before one that is not. */
final class CitizensIssuer implements OAuth2TokenCallback {
  static final String ID = "citizens";

  private static final Duration CODE_LIFE = Duration.ofMinutes(1);

  private final CitizensClient client;
  private final ClientCheck check;
  private final Faults faults;
  private final SigningKeys keys;
  private final Clock clock;
  private final Map<String, Granted> codes = new ConcurrentHashMap<>();

  CitizensIssuer(
      CitizensClient client, ClientCheck check, Faults faults, SigningKeys keys, Clock clock) {
    this.client = client;
    this.check = check;
    this.faults = faults;
    this.keys = keys;
    this.clock = clock;
  }

  /** The login page, or what came of it. */
  OAuth2HttpResponse authorize(
      OAuth2HttpRequest request, Function<OAuth2HttpRequest, OAuth2HttpResponse> provider) {
    var url = request.getOriginalUrl();
    var redirect = url.queryParameter("redirect_uri");
    if (!client.id().equals(url.queryParameter("client_id"))
        || redirect == null
        || !client.redirectUri().equals(redirect)) {
      return Responses.html(400, "<h1>Unknown client or redirect_uri</h1>");
    }
    var wrong = wrongParameter(url);
    if (wrong != null) {
      return failed(url, "invalid_request", wrong);
    }
    if (!request.getMethod().equals("POST")) {
      return Responses.html(200, LoginPage.html());
    }
    var form = form(request);
    if (form.containsKey("cancel")) {
      return failed(url, "access_denied", "cancelled");
    }
    return granted(request, provider, form);
  }

  /** The tokens for a code, once and only to whom it was given. */
  OAuth2HttpResponse token(
      OAuth2HttpRequest request, Function<OAuth2HttpRequest, OAuth2HttpResponse> provider) {
    var form = form(request);
    if (!"authorization_code".equals(form.get("grant_type"))) {
      return Responses.error(400, "unsupported_grant_type", "authorization_code only");
    }
    if (!check.passes(request.asNimbusHTTPRequest())) {
      return Responses.error(401, "invalid_client", "the client assertion is not accepted");
    }
    var granted = codes.remove(form.getOrDefault("code", ""));
    if (granted == null
        || clock.instant().isAfter(granted.until())
        || !granted.redirectUri().equals(form.get("redirect_uri"))
        || !isVerified(granted, form.get("code_verifier"))) {
      return Responses.error(400, "invalid_grant", "the code is not accepted");
    }
    var truth = provider.apply(request);
    if (truth.getStatus() != 200 || truth.getBody() == null) {
      return truth;
    }
    var tokens = Json.object(truth.getBody());
    tokens.put("id_token", idToken(String.valueOf(tokens.get("id_token")), granted));
    return Responses.json(200, tokens);
  }

  private OAuth2HttpResponse granted(
      OAuth2HttpRequest request,
      Function<OAuth2HttpRequest, OAuth2HttpResponse> provider,
      Map<String, String> form) {
    Map<String, @Nullable Object> claims = claimsOf(form.getOrDefault("username", ""));
    try {
      var posted = form.getOrDefault("claims", "");
      claims.putAll(posted.isBlank() ? Map.of() : Json.object(posted));
    } catch (IllegalArgumentException e) {
      return Responses.html(400, "<h1>claims is no JSON object</h1>");
    }
    var answer =
        provider.apply(
            request.copy(
                request.getHeaders(),
                "POST",
                request.getOriginalUrl(),
                "username=" + UUID.randomUUID()));
    var location = answer.getHeaders().get("Location");
    var back = location == null ? null : HttpUrl.parse(location);
    var code = back == null ? null : back.queryParameter("code");
    if (back == null || code == null) {
      return answer;
    }
    var url = request.getOriginalUrl();
    codes.put(
        code,
        new Granted(
            client.id(),
            client.redirectUri(),
            parameter(url, "code_challenge"),
            clock.instant().plus(CODE_LIFE),
            claims));
    return Responses.redirect(
        back.newBuilder().setQueryParameter("iss", client.issuer()).build().toString());
  }

  private Map<String, @Nullable Object> claimsOf(String number) {
    var claims = new LinkedHashMap<String, @Nullable Object>();
    // A subject is a pseudonym: it tells nothing of the number.
    claims.put("sub", UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)).toString());
    claims.put("auth_time", clock.instant().getEpochSecond());
    claims.put("acr", "http://id.elegnamnden.se/loa/1.0/loa3");
    claims.put("name", DemoPerson.nameOf(number));
    if (DemoPerson.isCoordinationNumber(number)) {
      claims.put("https://id.oidc.se/claim/coordinationNumber", number);
      claims.put("https://id.oidc.se/claim/coordinationNumberLevel", "confirmed");
    } else {
      claims.put("https://id.oidc.se/claim/personalIdentityNumber", number);
    }
    return claims;
  }

  private String idToken(String original, Granted granted) {
    try {
      var claims = new JWTClaimsSet.Builder(SignedJWT.parse(original).getJWTClaimsSet());
      granted.claims().forEach((name, value) -> put(claims, name, value));
      return faults.written(new IdToken(claims.build(), keys));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(JWTClaimsSet.Builder claims, String name, @Nullable Object value) {
    // Written as given, also where the type is wrong: that is what tests want to send.
    claims.claim(name, value);
  }

  private OAuth2HttpResponse failed(HttpUrl url, String error, String description) {
    var back =
        HttpUrl.get(client.redirectUri())
            .newBuilder()
            .addQueryParameter("error", error)
            .addQueryParameter("error_description", description)
            .addQueryParameter("iss", client.issuer());
    var state = url.queryParameter("state");
    return Responses.redirect(
        (state == null ? back : back.addQueryParameter("state", state)).build().toString());
  }

  private static @Nullable String wrongParameter(HttpUrl url) {
    if (!parameter(url, "response_type").equals("code")) {
      return "response_type";
    }
    if (!List.of(parameter(url, "scope").split(" ", -1)).contains("openid")) {
      return "scope";
    }
    if (!parameter(url, "code_challenge_method").equals("S256")
        || parameter(url, "code_challenge").length() != 43) {
      return "code_challenge";
    }
    // 128 bits, in whatever alphabet, are at least 16 characters.
    return parameter(url, "state").length() < 16 ? "state" : null;
  }

  private static boolean isVerified(Granted granted, @Nullable String verifier) {
    try {
      return verifier != null
          && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
              .getValue()
              .equals(granted.challenge());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String parameter(HttpUrl url, String name) {
    var value = url.queryParameter(name);
    return value == null ? "" : value;
  }

  private static Map<String, String> form(OAuth2HttpRequest request) {
    var form = new LinkedHashMap<String, String>();
    URLUtils.parseParameters(request.getBody() == null ? "" : request.getBody())
        .forEach((name, values) -> form.put(name, values.getFirst()));
    return form;
  }

  @Override
  public String issuerId() {
    return ID;
  }

  @Override
  public String subject(TokenRequest request) {
    return "unknown";
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(client.id());
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    return Map.of();
  }

  /** Seconds; the profile allows no more. */
  @Override
  public long tokenExpiry() {
    return 300;
  }
}
