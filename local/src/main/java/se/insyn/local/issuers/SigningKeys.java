package se.insyn.local.issuers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.UUID;
import no.nav.security.mock.oauth2.token.KeyProvider;

/** The signing keys of the stand-in issuers: one signs, those that are published can be checked. */
public final class SigningKeys extends KeyProvider {
  private volatile ECKey current = fresh();
  private volatile List<JWK> published = List.of(current);

  SigningKeys() {
    super(List.of(), "ES256");
  }

  @Override
  public JWK signingKey(String issuer) {
    return current;
  }

  /** Signs with a new key from now on; only the new one is published. */
  public void rotate() {
    current = fresh();
    published = List.of(current);
  }

  /** Publishes what it is told, until {@link #rotate}: more keys, other keys, none. */
  public void publish(List<JWK> keys) {
    published = List.copyOf(keys);
  }

  /** The key that signs now, with its private part. */
  public ECKey current() {
    return current;
  }

  /** A key like ours that nobody knows. */
  public static ECKey fresh() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token of the issuers, signed with the current key. */
  public SignedJWT signed(String type, JWTClaimsSet claims) {
    return signed(type, claims, current);
  }

  /** A token signed with any key. */
  public static SignedJWT signed(String type, JWTClaimsSet claims, ECKey key) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(type))
            .keyID(key.getKeyID())
            .build();
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token;
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  JWKSet publicKeys() {
    return new JWKSet(published).toPublicJWKSet();
  }
}
