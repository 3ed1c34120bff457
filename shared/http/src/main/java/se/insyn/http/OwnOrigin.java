package se.insyn.http;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Whether a call that changes something was sent by the portal's own pages: the header {@code
 * X-Insyn: 1}, the portal's origin, and a media type that no form can send.
 */
@Singleton
public final class OwnOrigin {

  private final String origin;

  OwnOrigin(@Property(name = "public.origin") String origin) {
    this.origin = origin;
  }

  /** Refuses with 403, or 415 for another media type than JSON. */
  public void require(Call call) {
    if (!call.headers("x-insyn").equals(List.of("1"))) {
      throw Problem.forbidden("no-own-header");
    }
    if (!call.headers("origin").equals(List.of(origin))) {
      throw Problem.forbidden("other-origin");
    }
    List<String> site = call.headers("sec-fetch-site");
    if (!site.isEmpty() && !site.equals(List.of("same-origin"))) {
      throw Problem.forbidden("other-site");
    }
    if (!call.mediaType().equals("application/json")) {
      throw Problem.unsupportedType("The media type must be application/json.");
    }
  }
}
