package se.insyn.login;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.util.List;

/**
 * What this function can be told.
 *
 * @param issuer the provider of citizens' e-IDs, compared exactly
 * @param clientId who we are to it
 * @param acrValues the levels of assurance that we take, by commas, each compared exactly
 * @param signingKey the key in the key service that signs for us
 * @param municipalityName as citizens know it
 * @param municipalityPhone the office, for those who are not let in
 * @param municipalityPhoneHours when that phone is answered, in Swedish
 * @param publicOrigin where the browser finds the portal, without a slash last
 */
@ConfigurationProperties("login")
record Settings(
    String issuer,
    String clientId,
    String acrValues,
    String signingKey,
    String municipalityName,
    String municipalityPhone,
    String municipalityPhoneHours,
    String publicOrigin) {

  /** The levels that are taken. */
  List<String> levels() {
    return List.of(acrValues.split(",", -1));
  }

  /** Where the provider sends the browser back to. */
  URI redirect() {
    return URI.create(publicOrigin + "/login/callback");
  }
}
