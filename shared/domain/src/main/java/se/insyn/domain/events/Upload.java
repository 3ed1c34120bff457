package se.insyn.domain.events;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Uppladdning: a request that whoever has it may send until it expires, with exactly these headers
 * and the bytes as its body.
 */
public record Upload(String method, URI url, Map<String, String> headers, Instant expiresAt) {

  public Upload {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
  }

  /** As it is told to the outside. */
  public Shown shown() {
    return new Shown()
        .put("method", method)
        .put("url", url.toString())
        .put("headers", headers)
        .put("expiresAt", expiresAt);
  }
}
