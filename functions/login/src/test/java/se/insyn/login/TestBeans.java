package se.insyn.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import se.insyn.domain.people.CitizenKeys;
import se.insyn.domain.value.Unavailable;
import se.insyn.dynamodb.testing.Municipality;

/** What stands in for the key service and for the passing of time. */
@Factory
final class TestBeans {

  @Singleton
  @Primary
  Keys keys() {
    return new Keys();
  }

  @Singleton
  @Primary
  CitizenKeys citizenKeys(Keys keys) {
    return number -> {
      if (keys.down) {
        throw new Unavailable("keys");
      }
      keys.citizensAsked++;
      return Municipality.citizen(number.digits());
    };
  }

  @Singleton
  @Primary
  AheadClock clock() {
    return new AheadClock();
  }

  /** The login key in memory. */
  static final class Keys implements LoginKey {

    final ECKey key;
    boolean down;
    int citizensAsked;

    Keys() {
      try {
        key = new ECKeyGenerator(Curve.P_256).generate();
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String id() {
      return "our-key";
    }

    @Override
    public byte[] sign(byte[] input) {
      try {
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.toECPrivateKey());
        signature.update(input);
        return ECDSA.transcodeSignatureToConcat(signature.sign(), 64);
      } catch (GeneralSecurityException | JOSEException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The true time and something on top. */
  static final class AheadClock extends Clock {

    Duration ahead = Duration.ZERO;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }
  }
}
