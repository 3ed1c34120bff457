package se.insyn.local.issuers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientAuthenticationVerifier;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientCredentialsSelector;
import com.nimbusds.oauth2.sdk.auth.verifier.Context;
import com.nimbusds.oauth2.sdk.auth.verifier.InvalidClientException;
import com.nimbusds.oauth2.sdk.auth.verifier.JWTAudienceCheck;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The check of the client's assertion: our key, this issuer, at most a minute, used once. */
final class ClientCheck {
  private static final Duration LIFE = Duration.ofSeconds(60);

  private final String clientId;
  private final Clock clock;
  private final ClientAuthenticationVerifier<Object> verifier;
  private final Set<String> usedIds = ConcurrentHashMap.newKeySet();

  ClientCheck(String issuer, String clientId, Supplier<@Nullable ECKey> key, Clock clock) {
    this.clientId = clientId;
    this.clock = clock;
    verifier =
        new ClientAuthenticationVerifier<>(
            new Keys(key), Set.of(new Audience(issuer)), JWTAudienceCheck.STRICT);
  }

  boolean passes(HTTPRequest request) {
    try {
      if (!(ClientAuthentication.parse(request) instanceof PrivateKeyJWT assertion)
          || !assertion.getClientID().getValue().equals(clientId)) {
        return false;
      }
      verifier.verify(assertion, null, null);
      var claims = assertion.getJWTAuthenticationClaimsSet();
      var isShort =
          claims
              .getExpirationTime()
              .toInstant()
              .isBefore(clock.instant().plus(LIFE).plusSeconds(1));
      return isShort && claims.getJWTID() != null && usedIds.add(claims.getJWTID().getValue());
    } catch (ParseException | InvalidClientException | JOSEException e) {
      return false;
    }
  }

  private record Keys(Supplier<@Nullable ECKey> key) implements ClientCredentialsSelector<Object> {
    @Override
    public List<Secret> selectClientSecrets(
        ClientID id, ClientAuthenticationMethod method, @Nullable Context<Object> context)
        throws InvalidClientException {
      throw InvalidClientException.NO_REGISTERED_SECRET;
    }

    @Override
    public List<? extends PublicKey> selectPublicKeys(
        ClientID id,
        ClientAuthenticationMethod method,
        JWSHeader header,
        boolean forceRefresh,
        @Nullable Context<Object> context) {
      try {
        var known = key.get();
        return known == null ? List.of() : List.of(known.toECPublicKey());
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
