package se.insyn.local.issuers;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;
import se.insyn.local.Json;

/** Both stand-in issuers on one port: the citizens' and the systems'. */
public final class Issuers implements AutoCloseable {
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final Faults faults = new Faults();
  private final SigningKeys keys = new SigningKeys();
  private final Clock clock;
  private final OAuth2HttpServer server = new MockWebServerWrapper();
  private @Nullable CitizensIssuer citizens;
  private @Nullable SystemsIssuer systems;
  private @Nullable Route provider;

  private Issuers(Clock clock) {
    this.clock = clock;
  }

  /** Takes the port, 0 for any that is free; who the clients are is said with {@link #open}. */
  public static Issuers start(int port, Clock clock) throws IOException {
    var issuers = new Issuers(clock);
    issuers.server.start(
        InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port, issuers::answer);
    return issuers;
  }

  /**
   * Opens the doors.
   *
   * @param loginKey the public key of the portal's client assertions
   * @param systemsClients client ids that get tokens
   */
  public void open(
      String publicOrigin,
      String clientId,
      Supplier<@Nullable ECKey> loginKey,
      String systemsAudience,
      Set<String> systemsClients) {
    var client = new CitizensClient(citizensIssuer(), clientId, publicOrigin + "/login/callback");
    var check = new ClientCheck(client.issuer(), clientId, loginKey, clock);
    var citizensIssuer = new CitizensIssuer(client, check, faults, keys, clock);
    var systemsIssuer = new SystemsIssuer(systemsAudience, systemsClients);
    var tokens = new OAuth2TokenProvider(keys, (Instant) null);
    var config =
        new OAuth2Config(
            true, null, null, false, tokens, Set.of(citizensIssuer, systemsIssuer), server);
    citizens = citizensIssuer;
    systems = systemsIssuer;
    provider = new OAuth2HttpRequestHandler(config).getAuthorizationServer();
  }

  /**
   * Lets the citizens' issuer say once what it says of itself: the first time takes longer than a
   * function waits for it.
   */
  public void wake() throws IOException {
    try (var metadata = URI.create(citizensIssuer() + DISCOVERY).toURL().openStream()) {
      metadata.readAllBytes();
    }
  }

  /** On another site than the portal, as a real provider is. */
  public String citizensIssuer() {
    return "http://127.0.0.1:" + server.port() + "/" + CitizensIssuer.ID;
  }

  public String systemsIssuer() {
    return "http://localhost:" + server.port() + "/" + SystemsIssuer.ID;
  }

  public Faults faults() {
    return faults;
  }

  public SigningKeys keys() {
    return keys;
  }

  @Override
  public void close() {
    server.stop();
  }

  private OAuth2HttpResponse answer(OAuth2HttpRequest request) {
    var behind = provider;
    var people = citizens;
    var machines = systems;
    if (behind == null || people == null || machines == null) {
      return Responses.error(503, "temporarily_unavailable", "starting");
    }
    var path = request.getOriginalUrl().encodedPath();
    return faults.answer(
        path,
        request,
        () ->
            switch (path) {
              case "/citizens/authorize" -> people.authorize(request, behind::invoke);
              case "/citizens/token" -> people.token(request, behind::invoke);
              case "/systems/token" -> machines.token(request, behind::invoke);
              case "/citizens/jwks", "/systems/jwks" ->
                  Responses.json(200, keys.publicKeys().toJSONObject());
              case "/citizens" + DISCOVERY -> discovery(behind.invoke(request), citizensMetadata());
              case "/systems" + DISCOVERY -> discovery(behind.invoke(request), Map.of());
              default -> behind.invoke(request);
            });
  }

  private static OAuth2HttpResponse discovery(
      OAuth2HttpResponse lacking, Map<String, Object> more) {
    var body = lacking.getBody();
    var metadata = new LinkedHashMap<>(body == null ? Map.of() : Json.object(body));
    metadata.putAll(more);
    return Responses.json(200, metadata);
  }

  /** What the Swedish profile wants to be there. */
  private static Map<String, Object> citizensMetadata() {
    return Map.ofEntries(
        Map.entry("token_endpoint_auth_methods_supported", List.of("private_key_jwt")),
        Map.entry("token_endpoint_auth_signing_alg_values_supported", List.of("RS256", "ES256")),
        Map.entry("id_token_signing_alg_values_supported", List.of("ES256")),
        Map.entry("code_challenge_methods_supported", List.of("S256")),
        Map.entry("response_types_supported", List.of("code")),
        Map.entry("scopes_supported", List.of("openid", "profile")),
        Map.entry(
            "acr_values_supported",
            List.of(
                "http://id.elegnamnden.se/loa/1.0/loa3", "http://id.elegnamnden.se/loa/1.0/loa4")),
        Map.entry(
            "claims_supported",
            List.of(
                "sub",
                "name",
                "acr",
                "auth_time",
                "https://id.oidc.se/claim/personalIdentityNumber",
                "https://id.oidc.se/claim/coordinationNumber",
                "https://id.oidc.se/claim/coordinationNumberLevel")),
        Map.entry("claims_parameter_supported", true),
        Map.entry("request_parameter_supported", false),
        Map.entry("authorization_response_iss_parameter_supported", true));
  }
}
