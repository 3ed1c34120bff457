package se.insyn.login;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.http.Issuer;
import se.insyn.http.Outgoing;

/**
 * The provider of citizens' e-IDs as it describes itself (OpenID Connect Discovery). Read at the
 * first login and once an hour; while it cannot be read, what was known stays, and it is asked at
 * most every five seconds.
 */
@Singleton
final class Provider {

  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Settings settings;
  private final Wire wire;
  private final Clock clock;
  private @Nullable Known known;
  private Instant fresh = Instant.MIN;
  private Instant pause = Instant.MIN;

  Provider(Settings settings, Wire wire, Clock clock) {
    this.settings = settings;
    this.wire = wire;
    this.clock = clock;
  }

  /** What is known of the provider: its addresses, and where its keys come from. */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

  synchronized Known known() {
    Instant now = clock.instant();
    if (known == null || !now.isBefore(fresh)) {
      if (!now.isBefore(pause)) {
        pause = now.plus(PAUSE);
        discover(now);
      }
    }
    if (known == null) {
      throw LoginRefused.alarm("provider-unreachable", null);
    }
    return known;
  }

  private void discover(Instant now) {
    try {
      var issuer = new Issuer(settings.issuer());
      var metadata = OIDCProviderMetadata.parse(Outgoing.get(issuer.metadata().toURL()));
      check(metadata, issuer);
      known = new Known(metadata, keys(metadata.getJWKSetURI()));
      fresh = now.plus(FRESH);
    } catch (IOException | ParseException | RuntimeException e) {
      LOG.atError()
          .addKeyValue("reason", "discovery-failed")
          .setCause(e)
          .log("the provider's metadata cannot be read");
    }
  }

  /** Everything that we will call must be there, and as safe as the issuer itself. */
  private static void check(OIDCProviderMetadata metadata, Issuer issuer) {
    if (!metadata.getIssuer().getValue().equals(issuer.name())) {
      throw new IllegalArgumentException("another issuer");
    }
    if (!issuer.mayName(metadata.getAuthorizationEndpointURI())
        || !issuer.mayName(metadata.getTokenEndpointURI())
        || !issuer.mayName(metadata.getJWKSetURI())) {
      throw new IllegalArgumentException("an address is missing or not https");
    }
  }

  /**
   * The keys, kept for five minutes. A key that is not among them is looked for once; then nobody
   * asks again for half a minute. An outage of an hour is bridged.
   */
  private JWKSource<SecurityContext> keys(URI address) throws IOException {
    return JWKSourceBuilder.<SecurityContext>create(address.toURL(), wire)
        .cache(300_000, 5_000)
        .refreshAheadCache(false)
        .rateLimited(30_000)
        .retrying(true)
        .outageTolerant(3_600_000)
        .build();
  }
}
