package se.insyn.local.issuers;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** The authorization server of the caseworker systems: client credentials, any secret. */
final class SystemsIssuer implements OAuth2TokenCallback {
  static final String ID = "systems";
  private static final String SCOPES = "updates outbox";

  private final String audience;
  private final Set<String> clients;

  SystemsIssuer(String audience, Set<String> clients) {
    this.audience = audience;
    this.clients = clients;
  }

  /** The token, or a refusal of what the stand-in provider behind would let pass. */
  OAuth2HttpResponse token(
      OAuth2HttpRequest request, Function<OAuth2HttpRequest, OAuth2HttpResponse> provider) {
    TokenRequest asked;
    try {
      asked = request.asNimbusTokenRequest();
    } catch (RuntimeException e) {
      return Responses.error(401, "invalid_client", "a client and a secret are needed");
    }
    if (!asked.getAuthorizationGrant().getType().getValue().equals("client_credentials")) {
      return Responses.error(400, "unsupported_grant_type", "client_credentials only");
    }
    if (!clients.contains(subject(asked))) {
      return Responses.error(401, "invalid_client", "no such client");
    }
    return provider.apply(request);
  }

  @Override
  public String issuerId() {
    return ID;
  }

  @Override
  public String subject(TokenRequest request) {
    var authentication = request.getClientAuthentication();
    return authentication == null ? "" : authentication.getClientID().getValue();
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "at+jwt";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(audience);
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    var scope = request.getScope();
    return Map.of(
        "client_id",
        subject(request),
        "scope",
        scope == null || scope.isEmpty() ? SCOPES : scope.toString());
  }

  @Override
  public long tokenExpiry() {
    return 3600;
  }
}
