package se.insyn.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import se.insyn.domain.value.Unavailable;
import se.insyn.lambda.RandomText;

/**
 * Where a code becomes tokens. We prove who we are with a statement of our own ({@code
 * private_key_jwt}): for this issuer alone, new each time, good for less than a minute.
 */
@Singleton
final class TokenEndpoint {

  private static final Duration LIFE = Duration.ofSeconds(55);

  private final Settings settings;
  private final LoginKey key;
  private final Wire wire;
  private final Clock clock;

  TokenEndpoint(Settings settings, LoginKey key, Wire wire, Clock clock) {
    this.settings = settings;
    this.key = key;
    this.wire = wire;
    this.clock = clock;
  }

  OIDCTokens tokens(OIDCProviderMetadata provider, String code, String verifier) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), settings.redirect(), new CodeVerifier(verifier));
    var request =
        new TokenRequest.Builder(provider.getTokenEndpointURI(), statement(), grant).build();
    HTTPResponse answer;
    try {
      answer = wire.post(request.toHTTPRequest());
    } catch (IOException e) {
      throw LoginRefused.alarm("token-endpoint-unreachable", e);
    }
    TokenResponse tokens;
    try {
      tokens = OIDCTokenResponseParser.parse(answer);
    } catch (ParseException | RuntimeException e) {
      throw LoginRefused.because(Ending.START_AGAIN, "tokens-unreadable");
    }
    if (tokens instanceof OIDCTokenResponse success) {
      return success.getOIDCTokens();
    }
    String error = tokens.toErrorResponse().getErrorObject().getCode();
    if ("invalid_grant".equals(error)) {
      throw LoginRefused.because(Ending.START_AGAIN, "code-refused");
    }
    throw LoginRefused.alarm(
        "invalid_client".equals(error) ? "client-refused" : "token-request-refused", null);
  }

  private PrivateKeyJWT statement() {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.clientId())
            .subject(settings.clientId())
            .audience(settings.issuer())
            .jwtID(RandomText.make())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    var jwt =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.id()).build(), claims);
    try {
      jwt.sign(new Signer(key));
    } catch (JOSEException e) {
      throw new Unavailable("the login key", e);
    }
    return new PrivateKeyJWT(jwt);
  }

  private record Signer(LoginKey key) implements JWSSigner {

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) {
      return Base64URL.encode(key.sign(input));
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return Set.of(JWSAlgorithm.ES256);
    }

    @Override
    public JCAContext getJCAContext() {
      return new JCAContext();
    }
  }
}
