package se.insyn.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An issuer of tokens, by the name that stands in them, which is compared exactly (OpenID Connect
 * Discovery 1.0).
 */
public record Issuer(String name) {

  /** Where it describes itself; a slash that ends its name is left out (section 4.1). */
  public URI metadata() {
    return URI.create(name.replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }

  /** Whether an address that it names is https, or at least no less safe than its own. */
  public boolean mayName(@Nullable URI address) {
    return address != null
        && address.getScheme() != null
        && ("https".equals(address.getScheme())
            || address.getScheme().equals(URI.create(name).getScheme()));
  }
}
