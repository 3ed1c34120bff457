package se.insyn.login;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import se.insyn.domain.json.Json;

/**
 * Where the browser is sent to log in. A provider of the Swedish profile is asked for the claims,
 * level among them; a broker that does not take that parameter for the level and its own scopes.
 * Never both.
 */
@Singleton
final class AuthorizationRequests {

  /** The scopes with which brokers give a number and a name. */
  private static final List<String> BROKER_SCOPES = List.of("profile", "nin", "ssn");

  private final Settings settings;

  AuthorizationRequests(Settings settings) {
    this.settings = settings;
  }

  URI of(OIDCProviderMetadata provider, String state, String nonce, String verifier) {
    boolean profile = provider.supportsClaimsParam();
    var scope = new Scope("openid");
    if (!profile && provider.getScopes() != null) {
      BROKER_SCOPES.stream()
          .filter(name -> provider.getScopes().contains(name))
          .forEach(scope::add);
    }
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, scope, new ClientID(settings.clientId()), settings.redirect())
            .endpointURI(provider.getAuthorizationEndpointURI())
            .state(new State(state))
            .nonce(new Nonce(nonce))
            .prompt(new Prompt(Prompt.Type.LOGIN))
            .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256);
    if (profile) {
      request.claims(claims());
    } else {
      request.acrValues(settings.levels().stream().map(ACR::new).toList());
    }
    return request.build().toURI();
  }

  private OIDCClaimsRequest claims() {
    Map<String, Object> essential = Map.of("essential", true);
    Map<String, Object> claims =
        Map.of(
            "acr",
            Map.of("essential", true, "values", settings.levels()),
            IdentityClaims.PERSONAL,
            essential,
            IdentityClaims.COORDINATION,
            essential,
            IdentityClaims.COORDINATION_LEVEL,
            essential,
            "name",
            Map.of("essential", false));
    try {
      return OIDCClaimsRequest.parse(Json.write(Map.of("id_token", claims)));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
