package se.insyn.login;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/**
 * Who we are to the provider of citizens' e-IDs, and which levels of assurance (acr) we take,
 * compared exactly.
 */
@Singleton
final class Client {

  private final String issuer;
  private final String id;
  private final List<String> acrValues;
  private final URI redirect;

  Client(
      @Property(name = "citizens.issuer") String issuer,
      @Property(name = "citizens.client.id") String id,
      @Property(name = "citizens.acr.values") String acrValues,
      @Property(name = "public.origin") String origin) {
    this.issuer = issuer;
    this.id = id;
    this.acrValues = List.of(acrValues.split(",", -1));
    this.redirect = URI.create(origin + "/login/callback");
  }

  String issuer() {
    return issuer;
  }

  String id() {
    return id;
  }

  List<String> acrValues() {
    return acrValues;
  }

  URI redirect() {
    return redirect;
  }
}
