package se.insyn.local.template;

/**
 * A route of the HTTP API.
 *
 * @param method upper case, or {@code ANY}
 * @param path as in the template, or {@code $default}
 * @param function the function's logical id
 */
public record Route(String method, String path, String function) {
  public static final String DEFAULT = "$default";

  public boolean isDefault() {
    return path.equals(DEFAULT);
  }

  /** The route key as API Gateway writes it. */
  public String key() {
    return isDefault() ? DEFAULT : method + " " + path;
  }
}
