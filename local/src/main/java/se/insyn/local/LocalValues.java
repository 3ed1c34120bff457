package se.insyn.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What the municipality and its account decide elsewhere, for one machine. */
final class LocalValues {
  private LocalValues() {}

  /** Values of settings, by name; the environment's own win. */
  static Map<String, String> settings(
      String origin, String citizensIssuer, String systemsIssuer, Map<String, String> environment) {
    var values = new LinkedHashMap<String, String>();
    values.put("MUNICIPALITY_NAME", "Exempelby kommun");
    values.put("MUNICIPALITY_PHONE", "0123-45 60 00");
    values.put("MUNICIPALITY_PHONE_HOURS", "mån–fre 9–10");
    values.put("PUBLIC_ORIGIN", origin);
    values.put("CITIZENS_ISSUER", citizensIssuer);
    values.put("CITIZENS_CLIENT_ID", "insyn");
    values.put("SYSTEMS_ISSUER", systemsIssuer);
    values.put("SYSTEMS_AUDIENCE", origin + "/caseworker");
    values.put("SYSTEMS_CLIENTS", "lifecare=/lifecare,other-system=/other-system");
    values.put("SMS_SENDER", "Exempelby");
    values.put("EMAIL_FROM", "svara-inte@exempelby.example");
    values.putAll(environment);
    return values;
  }

  /** Client id by source, of the setting {@code SYSTEMS_CLIENTS}. */
  static Map<String, String> clientsBySource(String setting) {
    var clients = new LinkedHashMap<String, String>();
    for (var pair : setting.split(",", -1)) {
      var sign = pair.indexOf('=');
      clients.put(pair.substring(sign + 1), pair.substring(0, sign));
    }
    return clients;
  }

  /**
   * The settings as system properties. An environment variable may be read under any name in which
   * its parts are joined by dots or hyphens, so each of them is there.
   */
  static Properties properties(Map<String, String> settings) {
    var properties = new Properties();
    settings.forEach(
        (name, value) -> {
          var parts = name.toLowerCase(java.util.Locale.ROOT).split("_", -1);
          for (int joints = 0; joints < 1 << (parts.length - 1); joints++) {
            var key = new StringBuilder(parts[0]);
            for (int part = 1; part < parts.length; part++) {
              key.append((joints >> (part - 1) & 1) == 0 ? '.' : '-').append(parts[part]);
            }
            properties.setProperty(key.toString(), value);
          }
        });
    return properties;
  }
}
