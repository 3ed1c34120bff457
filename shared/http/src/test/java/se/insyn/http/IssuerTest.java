package se.insyn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerTest {

  @ParameterizedTest
  @CsvSource({
    "https://id.example.se,https://id.example.se/.well-known/openid-configuration",
    "https://id.example.se/,https://id.example.se/.well-known/openid-configuration",
    "https://id.example.se/a,https://id.example.se/a/.well-known/openid-configuration",
    "https://id.example.se/a/,https://id.example.se/a/.well-known/openid-configuration"
  })
  void itDescribesItselfBelowItsName(String name, String metadata) {
    assertThat(new Issuer(name).metadata()).isEqualTo(URI.create(metadata));
  }

  @ParameterizedTest
  @CsvSource({
    "https://id.example.se,https://keys.example.se/jwks,true",
    "https://id.example.se,http://id.example.se/jwks,false",
    "https://id.example.se,file:///jwks,false",
    "https://id.example.se,/jwks,false",
    "http://127.0.0.1:8081/a,http://127.0.0.1:8081/a/jwks,true",
    "http://127.0.0.1:8081/a,https://id.example.se/jwks,true",
    "http://127.0.0.1:8081/a,file:///jwks,false",
    "http://127.0.0.1:8081/a,jar:file:///jwks,false"
  })
  void whatItNamesIsNoLessSafeThanItself(String name, URI address, boolean may) {
    assertThat(new Issuer(name).mayName(address)).isEqualTo(may);
  }

  @Test
  void anAddressThatIsNotThereIsNotNamed() {
    assertThat(new Issuer("https://id.example.se").mayName(null)).isFalse();
  }
}
