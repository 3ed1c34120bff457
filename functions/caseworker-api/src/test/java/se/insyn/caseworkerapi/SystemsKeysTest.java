package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.insyn.domain.value.Unavailable;

/** From where the keys of the systems' authorization server are taken. */
class SystemsKeysTest {

  private final AuthorizationServer server = new AuthorizationServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anIssuerWhoseNameEndsInASlashIsFound() throws Exception {
    server.endInASlash();

    assertThat(keys()).containsExactly(server.key().toPublicJWK());
  }

  @Test
  void keysAreNotReadFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("keys.json"), server.keys());
    server.putKeysAt(file.toUri().toString());

    assertThatThrownBy(this::keys).isInstanceOf(Unavailable.class);
  }

  @Test
  void keysAreNotTakenFromAnotherAddressThanTheOneThatWasNamed() {
    server.sendElsewhere();

    assertThatThrownBy(this::keys).isInstanceOf(KeySourceException.class);
  }

  private List<JWK> keys() throws KeySourceException {
    var settings = new Settings(server.issuer(), "insyn", "lifecare=/lifecare", 100);
    return new SystemsKeys(settings, Clock.fixed(TestBeans.START, ZoneOffset.UTC))
        .source()
        .get(new JWKSelector(new JWKMatcher.Builder().build()), null);
  }
}
