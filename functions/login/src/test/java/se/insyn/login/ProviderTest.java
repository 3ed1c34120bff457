package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.http.SessionCookie;

/** What a provider that fails, changes or is another kind of provider does to a login. */
class ProviderTest {

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final Browser browser = new Browser();

  @AfterEach
  void close() {
    browser.close();
  }

  static Stream<FakeProvider.Fault> faults() {
    return Stream.of(
        new FakeProvider.Fault(500, "application/json", "{}"),
        new FakeProvider.Fault(429, "application/json", "{}"),
        new FakeProvider.Fault(302, "text/html", ""),
        new FakeProvider.Fault(200, "text/html", "<html>200007169915</html>"),
        new FakeProvider.Fault(200, "application/json", "{".repeat(70_000)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultAnywhereIsATemporaryPage(FakeProvider.Fault fault) {
    browser.provider.faults.put("/token", fault);
    temporary();
    browser.provider.faults.remove("/token");
    browser.provider.faults.put("/jwks", fault);
    temporary();
    assertThat(browser.provider.calls).doesNotContain("/elsewhere");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void withoutMetadataNoLoginBegins(FakeProvider.Fault fault) {
    browser.provider.faults.put(DISCOVERY, fault);
    assertThat(browser.begin("/").status()).isEqualTo(503);
    assertThat(browser.begin("/").status()).isEqualTo(503);
    assertThat(browser.provider.calls).containsExactly(DISCOVERY);
    assertThat(browser.cookies).isEmpty();
    browser.provider.faults.clear();
    browser.context.getBean(TestBeans.AheadClock.class).ahead = Duration.ofSeconds(5);
    assertThat(browser.begin("/").status()).isEqualTo(303);
  }

  @Test
  void metadataOfAnotherIssuerIsNotTaken() {
    browser.provider.metadata.put("issuer", browser.provider.issuer + "/");
    assertThat(browser.begin("/").status()).isEqualTo(503);
  }

  @Test
  void aNewKeyIsFoundWithOneMoreLook() {
    assertThat(browser.login().status()).isEqualTo(200);
    var next = FakeProvider.key("k2");
    browser.provider.keys.set(0, next);
    browser.provider.change =
        token -> token.header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k2");
    assertThat(browser.login().status()).isEqualTo(200);
    assertThat(browser.provider.calls.stream().filter("/jwks"::equals)).hasSize(2);
  }

  @Test
  void anUnknownKeyIsNotLookedForAgainAndAgain() {
    browser.provider.change =
        token -> token.header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("nobody");
    for (int i = 0; i < 5; i++) {
      assertThat(browser.login().status()).isEqualTo(400);
      assertThat(browser.log).contains("\"reason\":\"id-token-invalid\"");
      assertThat(browser.cookies).doesNotContainKey(SessionCookie.NAME);
    }
    assertThat(browser.provider.calls.stream().filter("/jwks"::equals)).hasSizeLessThan(4);
  }

  @Test
  void whileTheKeysCannotBeHadEveryLoginIsToldToWait() {
    browser.provider.faults.put("/jwks", new FakeProvider.Fault(500, "application/json", "{}"));
    for (int i = 0; i < 5; i++) {
      temporary();
    }
    assertThat(browser.provider.calls.stream().filter("/jwks"::equals)).hasSizeLessThan(5);
  }

  @Test
  void withSeveralKeysATokenMustNameItsOwn() {
    browser.provider.keys.add(FakeProvider.key("k2"));
    browser.provider.change = token -> token.header = new JWSHeader.Builder(JWSAlgorithm.ES256);
    assertThat(browser.login().status()).isEqualTo(400);
    assertThat(browser.log).contains("id-token-key-unnamed");
  }

  @Test
  void anIssuerThatIsPromisedMustBeThere() {
    browser.provider.metadata.put("authorization_response_iss_parameter_supported", true);
    assertThat(browser.login().status()).isEqualTo(400);
    assertThat(browser.log).contains("answer-of-another-issuer");
    browser.begin("/");
    var answer =
        browser.callback(
            Map.of(
                "code", List.of("the-code"),
                "iss", List.of(browser.provider.issuer),
                "state", List.of(browser.asked.getOrDefault("state", ""))));
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aBrokerIsAskedForItsOwnScopesAndTheLevel() {
    browser.provider.metadata.put("claims_parameter_supported", false);
    browser.provider.metadata.put("scopes_supported", List.of("openid", "nin", "email"));
    assertThat(browser.begin("/").status()).isEqualTo(303);
    assertThat(browser.asked)
        .containsEntry("scope", "openid nin")
        .containsEntry("acr_values", FakeProvider.LOA3 + " http://id.elegnamnden.se/loa/1.0/loa4")
        .containsEntry("code_challenge_method", "S256")
        .doesNotContainKey("claims");
  }

  @Test
  void aProviderThatDoesNotKnowUsIsAnAlarm() {
    browser.provider.clientKey = FakeProvider.key("other");
    assertThat(browser.login().status()).isEqualTo(503);
    assertThat(browser.log).contains("client-refused", "\"level\":\"ERROR\"");
  }

  private void temporary() {
    var answer = browser.login();
    assertThat(answer.status()).as(browser.log).isEqualTo(503);
    assertThat(answer.body()).doesNotContain("200007169915");
    assertThat(browser.log).contains("\"level\":\"ERROR\"").doesNotContain("200007169915");
    assertThat(browser.cookies).doesNotContainKey(SessionCookie.NAME);
  }
}
