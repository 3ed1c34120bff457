package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.local.Browser;
import se.insyn.local.LocalInsyn;
import se.insyn.local.issuers.Fault;

/**
 * Rows A01–A13, A31 and A48–A52 of the login's table: how the browser comes back, and a provider
 * that does not answer. Not here: A31 at discovery and keys, A32 (ProviderTest of login); A52
 * (IssuersTest: the stand-in refuses such an assertion, so every login proves ours).
 */
class CallbackAttacksTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  private final Browser browser = INSYN.browser();

  @BeforeAll
  static void startOver() {
    People.startOver();
  }

  @AfterEach
  void mend() {
    INSYN.faults().clear();
  }

  @Test
  @DisplayName("A02, A10, A11, A12, A13: a parameter that is missing, odd or twice is refused")
  void aParameterThatIsOddIsRefused() {
    refuses(without(callback(), "state"), "state-missing", 0);
    refuses(with(callback(), "state", ""), "state-missing", 0);
    refuses(callback() + "&error=access_denied", "answer-ambiguous", 0);
    for (var name : List.of("code", "state", "iss", "error")) {
      refuses(callback() + "&" + name + "=a&" + name + "=a", "answer-parameter-twice", 0);
    }
    refuses(without(callback(), "iss"), "answer-of-another-issuer", 0);
    refuses(with(callback(), "iss", "https://evil.example"), "answer-of-another-issuer", 0);
    refuses(with(callback(), "code", "x".repeat(5_000)), "code-missing", 0);
    refuses(with(callback(), "code", ""), "code-missing", 0);
    refuses(with(callback(), "code", "unknown"), "code-refused", 1);
  }

  @Test
  @DisplayName("A03, A07: an answer without this browser's own cookie is refused")
  void anAnswerForAnotherBrowserIsRefused() {
    var stolen = callback();
    var other = INSYN.browser();
    Refusal.of(() -> other.get(stolen)).isPage(400, "login-of-another-browser").asksForTokens(0);
    other.startLogin("/");
    Refusal.of(() -> other.get(stolen)).isPage(400, "login-of-another-browser").asksForTokens(0);
    assertThat(other.get(stolen).body()).contains("<a href=\"/login\">");
  }

  @Test
  @DisplayName("A04: the same answer twice is refused the second time, with one token call in all")
  void theSameAnswerTwiceIsRefused() {
    var callback = callback();
    var name = browser.cookieNames().iterator().next();
    var value = String.valueOf(browser.cookie(name));
    assertThat(browser.get(callback).statusCode()).isEqualTo(200);
    browser.cookie(name, value);
    Refusal.of(() -> browser.get(callback)).isPage(400, "login-unknown").asksForTokens(0);
    assertThat(INSYN.faults().requests("/citizens/token")).isEqualTo(1);
  }

  @Test
  @DisplayName("A05: two tabs may log in side by side")
  void twoTabsMayLogIn() {
    var one = browser.callback(browser.startLogin("/ett"), People.ELIAS, Map.of());
    var other = browser.callback(browser.startLogin("/tva"), People.ELIAS, Map.of());
    assertThat(browser.get(other).body()).contains("url=/tva\"");
    assertThat(browser.get(one).body()).contains("url=/ett\"");
  }

  @Test
  @DisplayName("A06: an answer after ten minutes is refused")
  void anAnswerThatComesTooLateIsRefused() {
    var callback = callback();
    var begun = Sessions.pendingLogins();
    assertThat(begun).isNotEmpty();
    begun.forEach(login -> Sessions.age(login, Duration.ofMinutes(10), "began"));
    refuses(callback, "login-too-old", 0);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "A08,access_denied,200,login-cancelled",
    "A09,unmet_authentication_requirements,403,level-not-met",
    "A09,login_required,400,login-required",
    "A09,server_error,503,provider-error",
    "A09,<script>alert(1)</script>,503,provider-error"
  })
  void anErrorOfTheProviderIsAPageWithFixedWords(
      String row, String error, int status, String reason) {
    var callback =
        with(with(without(callback(), "code"), "error", error), "error_description", "<b>evil");
    var refusal = Refusal.of(() -> browser.get(callback)).isPage(status, reason).asksForTokens(0);
    assertThat(refusal.answer().body()).doesNotContain("evil", "alert");
  }

  @ParameterizedTest(name = "A13: {0} is not allowed")
  @ValueSource(strings = {"POST", "HEAD", "PUT", "DELETE"})
  void anotherMethodIsNotAllowed(String method) {
    var callback = callback();
    var answer = browser.send(browser.request(callback).method(method, BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).hasValue("GET");
    assertThat(browser.isLoggedIn()).isFalse();
    assertThat(INSYN.faults().requests("/citizens/token")).isZero();
  }

  @ParameterizedTest(name = "A31: the token endpoint {0}")
  @MethodSource("faults")
  void aProviderThatDoesNotAnswerIsATemporaryPage(String what, Fault fault, String reason) {
    var callback = callback();
    INSYN.faults().at("/citizens/token", fault);
    int status = reason.equals("tokens-unreadable") ? 400 : 503;
    Refusal.of(() -> browser.get(callback)).isPage(status, reason).asksForTokens(1);
  }

  static Stream<Arguments> faults() {
    var unreachable = "token-endpoint-unreachable";
    return Stream.of(
        Arguments.of("answers 500", Fault.status(500), unreachable),
        Arguments.of("answers 503", Fault.status(503), unreachable),
        Arguments.of("answers 429", Fault.status(429), unreachable),
        Arguments.of("sends elsewhere", Fault.redirect("http://127.0.0.1:1/"), unreachable),
        Arguments.of("answers with a page", Fault.html(), unreachable),
        Arguments.of("answers with 5 MB", Fault.tooLarge(), unreachable),
        Arguments.of("answers too late", Fault.slow(Duration.ofSeconds(4)), unreachable),
        Arguments.of("gives no token", Fault.json(200, Map.of()), "tokens-unreadable"),
        Arguments.of(
            "does not know us",
            Fault.json(401, Map.of("error", "invalid_client")),
            "client-refused"));
  }

  @Test
  @DisplayName("A48: a login asks with PKCE, a state and a nonce of its own")
  void everyLoginAsksWithPkce() {
    var one = browser.startLogin("/").getRawQuery();
    var other = browser.startLogin("/").getRawQuery();
    assertThat(one).contains("code_challenge_method=S256", "prompt=login", "response_type=code");
    for (var name : List.of("state", "nonce", "code_challenge")) {
      assertThat(value(one, name)).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(value(other, name));
    }
  }

  @Test
  @DisplayName("A49: a code that was given to another login opens nothing")
  void anInjectedCodeOpensNothing() {
    var attacker = INSYN.browser();
    var theirs = attacker.callback(attacker.startLogin("/"), People.ASA, Map.of());
    refuses(
        with(callback(), "code", value(URI.create(theirs).getRawQuery(), "code")),
        "code-refused",
        1);
  }

  @ParameterizedTest(name = "A50: address {index} leads to the start page")
  @ValueSource(
      strings = {
        "//evil.example",
        "https:evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "/%0d%0aSet-Cookie:x",
        "/..//evil.example",
        "/login",
        "/api/start",
        "/logout",
        "/\"><script>",
        "",
        "/ä"
      })
  void whereToGoOnIsAPageOfOurs(String returnTo) {
    var callback = browser.callback(browser.startLogin(returnTo), People.ELIAS, Map.of());
    var page = browser.get(callback);
    assertThat(page.body()).contains("content=\"0; url=/\"").doesNotContain("evil", "script");
    assertThat(browser.isLoggedIn()).isTrue();
  }

  private String callback() {
    return browser.callback(browser.startLogin("/"), People.ELIAS, Map.of());
  }

  private void refuses(String callback, String reason, int tokenCalls) {
    Refusal.of(() -> browser.get(callback)).isPage(400, reason).asksForTokens(tokenCalls);
    assertThat(browser.isLoggedIn()).isFalse();
  }

  private static String without(String callback, String name) {
    return callback.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "");
  }

  private static String with(String callback, String name, String value) {
    var encoded = java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    return without(callback, name).replaceAll("&$", "") + "&" + name + "=" + encoded;
  }

  private static String value(String query, String name) {
    return Stream.of(query.split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 1);
  }
}
