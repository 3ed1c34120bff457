package se.insyn.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.people.PersonalIdentityNumber;
import se.insyn.domain.people.WrittenNumbers;
import se.insyn.domain.value.Stockholm;

/**
 * Checks the token that says who somebody is. The library checks signature, issuer, nonce and
 * expiry; what it lets pass is checked here: audience, level, and that the person proved who they
 * are after this login began.
 */
@Singleton
final class IdTokens {

  private static final Logger LOG = LoggerFactory.getLogger(IdTokens.class);
  private static final long SKEW = 30;

  /** The profile's longest life of a token. Brokers give more; somebody should know. */
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

  private static final int LONGEST_SUBJECT = 255;

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512,
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512);

  private final Settings settings;
  private final Clock clock;

  IdTokens(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Who logged in, or a refusal: whatever is odd in a token refuses it. */
  Identity identity(Provider.Known provider, OIDCTokens tokens, PendingLogin login) {
    if (!(tokens.getIDToken() instanceof SignedJWT token)) {
      throw refused("id-token-unsigned");
    }
    try {
      return checked(provider, tokens, token, login);
    } catch (LoginRefused e) {
      throw e;
    } catch (RateLimitReachedException e) {
      // Nobody looks for unknown keys again and again: a flood of them is not an outage.
      throw areKeysKnown(provider)
          ? refused("id-token-invalid")
          : LoginRefused.alarm("provider-keys-unreachable", e);
    } catch (KeySourceException e) {
      throw LoginRefused.alarm("provider-keys-unreachable", e);
    } catch (BadJOSEException | JOSEException | ParseException | RuntimeException e) {
      throw refused("id-token-invalid");
    }
  }

  private Identity checked(
      Provider.Known provider, OIDCTokens tokens, SignedJWT token, PendingLogin login)
      throws BadJOSEException, JOSEException, ParseException {
    if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
      throw refused("id-token-algorithm");
    }
    if (token.getHeader().getKeyID() == null && keyCount(provider) > 1) {
      throw refused("id-token-key-unnamed");
    }
    var validator =
        new IDTokenValidator(
            new Issuer(settings.issuer()),
            new ClientID(settings.clientId()),
            new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys()),
            null);
    validator.setMaxClockSkew((int) SKEW);
    IDTokenClaimsSet valid = validator.validate(token, new Nonce(login.nonce()));
    checkAccessToken(valid, tokens, token);
    JWTClaimsSet claims = token.getJWTClaimsSet();
    checkAudience(claims);
    checkTimes(claims, login);
    checkLevel(claims);
    LocalDate today = Stockholm.today(clock);
    checkSubject(claims.getSubject(), today);
    PersonalIdentityNumber number =
        IdentityClaims.number(claims.getClaims(), today)
            .orElseThrow(() -> refused("no-valid-number"));
    return new Identity(number, IdentityClaims.name(claims.getClaims()));
  }

  private static boolean areKeysKnown(Provider.Known provider) {
    try {
      return keyCount(provider) > 0;
    } catch (KeySourceException e) {
      return false;
    }
  }

  private static int keyCount(Provider.Known provider) throws KeySourceException {
    return provider.keys().get(new JWKSelector(new JWKMatcher.Builder().build()), null).size();
  }

  private static void checkAccessToken(
      IDTokenClaimsSet claims, OIDCTokens tokens, SignedJWT token) {
    if (claims.getAccessTokenHash() == null) {
      return;
    }
    try {
      AccessTokenValidator.validate(
          tokens.getAccessToken(), token.getHeader().getAlgorithm(), claims.getAccessTokenHash());
    } catch (InvalidHashException e) {
      throw refused("access-token-hash");
    }
  }

  private void checkAudience(JWTClaimsSet claims) {
    Object party = claims.getClaim("azp");
    if (!claims.getAudience().equals(List.of(settings.clientId()))
        || (party != null && !settings.clientId().equals(party))) {
      throw refused("id-token-audience");
    }
  }

  private void checkTimes(JWTClaimsSet claims, PendingLogin login) {
    long now = clock.instant().getEpochSecond();
    long earliest = login.began().getEpochSecond() - SKEW;
    long latest = now + SKEW;
    Date notBefore = claims.getNotBeforeTime();
    Instant issued = claims.getIssueTime().toInstant();
    if (issued.getEpochSecond() < earliest
        || issued.getEpochSecond() > latest
        || (notBefore != null && notBefore.toInstant().getEpochSecond() > latest)) {
      throw refused("id-token-time");
    }
    if (!(claims.getClaim("auth_time") instanceof Number time)
        || time.longValue() < earliest
        || time.longValue() > latest) {
      throw refused("id-token-auth-time");
    }
    if (Duration.between(issued, claims.getExpirationTime().toInstant()).compareTo(LONGEST_LIFE)
        > 0) {
      LOG.atWarn()
          .addKeyValue("reason", "id-token-long-lived")
          .log("the provider's tokens live longer than the profile allows");
    }
  }

  private void checkLevel(JWTClaimsSet claims) {
    if (!(claims.getClaim("acr") instanceof String acr) || !settings.levels().contains(acr)) {
      throw LoginRefused.because(Ending.STRONGER, "id-token-level");
    }
  }

  /** A subject that is a personal number would be a provider that does not keep to the profile. */
  private static void checkSubject(String subject, LocalDate today) {
    if (subject.isBlank()
        || subject.length() > LONGEST_SUBJECT
        || WrittenNumbers.appearIn(subject)
        || PersonalIdentityNumber.parse(subject, today).isPresent()) {
      throw refused("id-token-subject");
    }
  }

  private static LoginRefused refused(String reason) {
    return LoginRefused.because(Ending.START_AGAIN, reason);
  }
}
