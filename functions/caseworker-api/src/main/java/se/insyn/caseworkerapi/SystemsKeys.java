package se.insyn.caseworkerapi;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.MalformedJson;
import se.insyn.domain.value.Unavailable;
import se.insyn.http.Issuer;
import se.insyn.http.Outgoing;

/**
 * The keys of the systems' authorization server, found through its metadata (OpenID Connect
 * Discovery 1.0) and kept: a key that is not known is asked for again at most every 30 seconds, and
 * a server that did not answer is left alone for five.
 */
@Singleton
final class SystemsKeys {

  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

  private final Issuer issuer;
  private final Clock clock;
  private @Nullable JWKSource<SecurityContext> source;
  private Instant notBefore = Instant.MIN;

  SystemsKeys(Settings settings, Clock clock) {
    this.issuer = new Issuer(settings.issuer());
    this.clock = clock;
  }

  /**
   * Where the keys come from.
   *
   * @throws Unavailable when the metadata cannot be had, or is somebody else's
   */
  synchronized JWKSource<SecurityContext> source() {
    if (source == null) {
      if (clock.instant().isBefore(notBefore)) {
        throw new Unavailable("the systems' authorization server did not answer a moment ago");
      }
      try {
        source = keysAt(metadata());
      } catch (IOException | MalformedJson | IllegalArgumentException e) {
        notBefore = clock.instant().plus(AFTER_A_FAILURE);
        throw new Unavailable("the systems' authorization server cannot be read", e);
      }
    }
    return source;
  }

  /** Whether there are keys just now: then a token that names another one is wrong. */
  boolean areKnown() {
    try {
      return !source().get(new JWKSelector(new JWKMatcher.Builder().build()), null).isEmpty();
    } catch (KeySourceException e) {
      return false;
    }
  }

  private URI metadata() throws IOException {
    var metadata = Json.parseObject(Outgoing.get(issuer.metadata().toURL()));
    if (!issuer.name().equals(metadata.get("issuer"))
        || !(metadata.get("jwks_uri") instanceof String keys)
        || !issuer.mayName(URI.create(keys))) {
      throw new IOException("metadata of another issuer, or without keys that are safe to fetch");
    }
    return URI.create(keys);
  }

  private static JWKSource<SecurityContext> keysAt(URI address) throws IOException {
    return JWKSourceBuilder.<SecurityContext>create(
            address.toURL(), url -> new Resource(Outgoing.get(url), null))
        .cache(300_000, 5_000)
        .refreshAheadCache(false)
        .rateLimited(30_000)
        .retrying(true)
        .outageTolerant(3_600_000)
        .build();
  }
}
