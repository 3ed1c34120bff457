package se.insyn.local.issuers;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * An ID token that is about to be given out.
 *
 * @param keys those of the issuer
 */
public record IdToken(JWTClaimsSet claims, SigningKeys keys) {

  /** As it should be. */
  public String signed() {
    return keys.signed("JWT", claims).serialize();
  }
}
