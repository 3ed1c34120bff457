package se.insyn.caseworkerapi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Source;
import se.insyn.domain.value.Unavailable;
import se.insyn.http.Call;
import se.insyn.http.Problem;

/**
 * Checks the access token of a caseworker system (RFC 9068): signature, type, issuer, audience,
 * time; then which source its client speaks for. Whatever is odd is 401, a client that is not on
 * the list 403, keys that cannot be had 503.
 */
@Singleton
final class AccessTokens {

  private static final int LONGEST_TOKEN = 8_192;
  private static final String BEARER = "Bearer ";
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final int CLOCK_SKEW_SECONDS = 30;

  private final SystemsKeys keys;
  private final Settings settings;
  private final Map<String, Source> sources;
  private final Clock clock;

  AccessTokens(SystemsKeys keys, Settings settings, Clock clock) {
    this.keys = keys;
    this.settings = settings;
    this.sources = settings.sources();
    this.clock = clock;
  }

  /** Who calls. */
  Caller caller(Call call) {
    if (call.headers("authorization").isEmpty()) {
      throw Problem.noToken("no-token");
    }
    String header = call.header("authorization");
    if (header == null
        || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || header.length() > LONGEST_TOKEN) {
      throw Problem.noToken("token-odd");
    }
    JWTClaimsSet claims = verified(header.substring(BEARER.length()));
    String client = text(claims, "client_id");
    Source source = client == null ? null : sources.get(client);
    if (client == null || source == null) {
      throw Problem.forbidden("client-unknown");
    }
    String scope = text(claims, "scope");
    return new Caller(client, source, scope == null ? Set.of() : Set.of(distinct(scope)));
  }

  private static String[] distinct(String scope) {
    return Arrays.stream(scope.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toArray(String[]::new);
  }

  private JWTClaimsSet verified(String token) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys.source()));
    processor.setJWTClaimsSetVerifier(
        new ClockedVerifier(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            clock));
    try {
      return Objects.requireNonNull(processor.process(token, null));
    } catch (RateLimitReachedException e) {
      // Nobody looks for unknown keys again and again: a flood of them is not an outage.
      throw keys.areKnown()
          ? Problem.noToken("token-key-unknown")
          : new Unavailable("the systems' keys cannot be read", e);
    } catch (KeySourceException e) {
      throw new Unavailable("the systems' keys cannot be read", e);
    } catch (ParseException | BadJOSEException | JOSEException | RuntimeException e) {
      throw Problem.noToken("token-invalid");
    }
  }

  private static @Nullable String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : null;
  }

  /** The library's checks, by our clock. */
  private static final class ClockedVerifier extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final Clock clock;

    ClockedVerifier(String audience, JWTClaimsSet exact, Clock clock) {
      super(audience, exact, Set.of("exp", "iat", "sub", "client_id"));
      this.clock = clock;
      setMaxClockSkew(CLOCK_SKEW_SECONDS);
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
