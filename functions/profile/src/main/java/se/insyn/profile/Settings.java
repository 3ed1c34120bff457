package se.insyn.profile;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;

/**
 * What this function can be told.
 *
 * @param smsPrefixes what a number that gets SMS begins with, as E.164, by commas: {@code +46,+47}
 * @param codesPerDay how many confirmation codes the whole stack sends in a day
 * @param key the key in the key service under which addresses and codes are hashed
 */
@ConfigurationProperties("profile")
record Settings(String smsPrefixes, long codesPerDay, String key) {

  List<String> prefixes() {
    return List.of(smsPrefixes.split(",", -1));
  }
}
