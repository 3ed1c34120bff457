package se.insyn.domain.cases;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which client of the authorization server speaks for which source.
 *
 * @param sources the source of each client that is let in
 */
public record SystemsClients(Map<String, Source> sources) {

  public SystemsClients {
    sources = Map.copyOf(sources);
  }

  /**
   * Reads what the municipality has set: {@code lifecare=/lifecare,…}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static SystemsClients of(String setting) {
    var sources = new LinkedHashMap<String, Source>();
    for (String pair : setting.split(",", -1)) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length != 2 || parts[0].isBlank() || !parts[1].startsWith("/")) {
        throw new IllegalArgumentException("SYSTEMS_CLIENTS must be client=/source, by commas");
      }
      if (sources.put(parts[0], new Source(parts[1])) != null) {
        throw new IllegalArgumentException("SYSTEMS_CLIENTS names a client twice");
      }
    }
    return new SystemsClients(sources);
  }
}
