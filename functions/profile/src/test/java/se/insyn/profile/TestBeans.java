package se.insyn.profile;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import se.insyn.domain.value.Sha256;
import se.insyn.domain.value.Unavailable;

/** What stands in for the key service. */
@Factory
final class TestBeans {

  @Singleton
  @Primary
  Hashes hashes() {
    return new Hashes();
  }

  /** Hashes that tell what they were asked for. */
  static final class Hashes implements KeyedHashes {

    final List<String> uses = new CopyOnWriteArrayList<>();
    volatile boolean isDown;

    @Override
    public String of(String use, String text) {
      if (isDown) {
        throw new Unavailable("keys");
      }
      uses.add(use);
      return Sha256.hex((use + ":" + text).getBytes(StandardCharsets.UTF_8));
    }
  }
}
