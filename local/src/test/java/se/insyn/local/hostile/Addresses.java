package se.insyn.local.hostile;

import java.util.Map;
import java.util.Objects;
import se.insyn.local.Browser;
import se.insyn.local.Json;

/** Addresses in Min profil, and the codes that went to them. */
public final class Addresses {

  private Addresses() {}

  /** Makes the profile what the members say; without an address there is none. */
  public static int change(Browser browser, Map<String, ?> members) {
    return browser.change("PUT", "/api/profile", Json.text(members)).statusCode();
  }

  public static int confirm(Browser browser, String channel, String code) {
    return browser
        .post("/api/profile/confirmations", Json.text(Map.of("channel", channel, "code", code)))
        .statusCode();
  }

  /** The code that waits to be sent, of the only person who has one. */
  public static String code(String channel) {
    return StoredItems.items("NOTICES_TABLE").stream()
        .filter(item -> Map.of("S", "CODE#" + channel).equals(item.get("item")))
        .map(item -> (Map<?, ?>) Objects.requireNonNull(item.get("code")))
        .map(code -> String.valueOf(code.get("S")))
        .findFirst()
        .orElseThrow();
  }
}
