package se.insyn.caseworkerapi;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Map;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.SystemsClients;

/**
 * What this function can be told.
 *
 * @param issuer the authorization server of the systems, compared exactly
 * @param audience what a token must be meant for
 * @param clients client id and the source it may speak for: {@code lifecare=/lifecare,…}
 * @param eventsPerMinute what one client may push in a minute
 */
@ConfigurationProperties("caseworker-api")
record Settings(String issuer, String audience, String clients, int eventsPerMinute) {

  /** The source of each client that is let in. */
  Map<String, Source> sources() {
    return SystemsClients.of(clients).sources();
  }
}
