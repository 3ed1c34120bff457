package se.insyn.caseworkerapi;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.HashMap;
import java.util.Map;
import se.insyn.domain.cases.Source;

/**
 * What this function can be told.
 *
 * @param issuer the authorization server of the systems, compared exactly
 * @param audience what a token must be meant for
 * @param clients client id and the source it may speak for: {@code lifecare=/lifecare,…}
 */
@ConfigurationProperties("caseworker-api")
record Settings(String issuer, String audience, String clients) {

  /** The source of each client that is let in. */
  Map<String, Source> sources() {
    var sources = new HashMap<String, Source>();
    for (String pair : clients.split(",", -1)) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length != 2 || parts[0].isBlank() || !parts[1].startsWith("/")) {
        throw new IllegalArgumentException("SYSTEMS_CLIENTS must be client=/source, by commas");
      }
      if (sources.put(parts[0], new Source(parts[1])) != null) {
        throw new IllegalArgumentException("SYSTEMS_CLIENTS names a client twice");
      }
    }
    return sources;
  }
}
