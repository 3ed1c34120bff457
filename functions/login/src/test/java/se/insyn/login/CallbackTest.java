package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.http.SessionCookie;

/** Which answers of the provider are taken, and what the others see. */
class CallbackTest {

  private static final Browser BROWSER = new Browser();
  private static final String COOKIE = SessionCookie.NAME;

  @AfterAll
  static void close() {
    BROWSER.close();
  }

  @BeforeEach
  void anew() {
    BROWSER.cookies.clear();
    BROWSER.provider.change = token -> {};
    BROWSER.provider.calls.clear();
    BROWSER.context.getBean(TestBeans.AheadClock.class).ahead = Duration.ZERO;
    BROWSER.context.getBean(TestBeans.Keys.class).down = false;
    BROWSER.municipality.protect(Municipality.citizen(Pushes.APPLICANT), Protection.NONE);
    BROWSER.municipality.takeCase(Pushes.ofCase());
  }

  @Test
  void theSameAnswerTwiceIsRefusedWithoutACall() {
    BROWSER.begin("/");
    var cookies = Map.copyOf(BROWSER.cookies);
    assertThat(BROWSER.comeBack().status()).isEqualTo(200);
    BROWSER.cookies.clear();
    BROWSER.cookies.putAll(cookies);
    refused(BROWSER.comeBack(), 400, "login-unknown");
    assertThat(BROWSER.provider.calls).containsOnlyOnce("/token");
  }

  @Test
  void anAnswerForAnotherBrowserIsRefused() {
    BROWSER.begin("/");
    BROWSER.cookies.clear();
    var answer = BROWSER.comeBack();
    refused(answer, 400, "login-of-another-browser");
    assertThat(answer.body()).contains("<a href=\"/login\">");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @Test
  void aCookieWithAnotherSecretIsRefused() {
    BROWSER.begin("/");
    BROWSER.cookies.replaceAll((name, value) -> "1700000000." + "A".repeat(43));
    refused(BROWSER.comeBack(), 400, "login-of-another-browser");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @Test
  void anAnswerThatComesTooLateIsRefused() {
    BROWSER.begin("/");
    BROWSER.context.getBean(TestBeans.AheadClock.class).ahead = Duration.ofMinutes(10);
    refused(BROWSER.comeBack(), 400, "login-too-old");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "ååååååååååååååååååååååååååååååååååååååååååå"})
  void anAnswerWithoutAStateOfOursIsRefused(String state) {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(Map.of("code", List.of("the-code"), "state", List.of(state))),
        400,
        "state-missing");
    refused(BROWSER.callback(Map.of("code", List.of("the-code"))), 400, "state-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "state", "error", "iss"})
  void aParameterThatComesTwiceIsRefused(String name) {
    BROWSER.begin("/");
    var parameters = new HashMap<>(Map.of("code", List.of("the-code"), "state", List.of(state())));
    parameters.put(name, List.of("a", "a"));
    refused(BROWSER.callback(parameters), 400, "answer-parameter-twice");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @Test
  void aCodeAndAnErrorTogetherAreRefused() {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(
            Map.of(
                "code", List.of("the-code"),
                "error", List.of("access_denied"),
                "state", List.of(state()))),
        400,
        "answer-ambiguous");
  }

  @Test
  void anotherIssuerInTheAnswerIsRefused() {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(
            Map.of(
                "code", List.of("the-code"),
                "iss", List.of(BROWSER.provider.issuer + "/"),
                "state", List.of(state()))),
        400,
        "answer-of-another-issuer");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @ParameterizedTest
  @CsvSource({"''", "x"})
  void aCodeThatIsNoneIsRefused(String code) {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(
            Map.of(
                "code",
                List.of(code.isEmpty() ? "" : "x".repeat(10_000)),
                "state",
                List.of(state()))),
        400,
        "code-missing");
  }

  @Test
  void aCodeThatTheProviderDoesNotKnowIsRefused() {
    BROWSER.begin("/");
    refused(
        BROWSER.callback(Map.of("code", List.of("other"), "state", List.of(state()))),
        400,
        "code-refused");
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied,200,login-cancelled,INFO",
    "unmet_authentication_requirements,403,level-not-met,WARN",
    "login_required,400,login-required,WARN",
    "server_error,503,provider-error,ERROR",
    "<script>,503,provider-error,ERROR"
  })
  void anErrorOfTheProviderIsAPageWithFixedWords(
      String error, int status, String reason, String level) {
    BROWSER.begin("/");
    var answer =
        BROWSER.callback(
            Map.of(
                "error", List.of(error),
                "error_description", List.of("<b>Elias</b>"),
                "state", List.of(state())));
    refused(answer, status, reason);
    assertThat(BROWSER.log).contains("\"level\":\"" + level + "\"").doesNotContain("script");
    assertThat(answer.body()).doesNotContain("script", "<b>", "Elias");
    assertThat(BROWSER.provider.calls).doesNotContain("/token");
  }

  @Test
  void whatCannotBeReadIsATemporaryPage() {
    BROWSER.begin("/");
    BROWSER.context.getBean(TestBeans.Keys.class).down = true;
    refused(BROWSER.comeBack(), 503, "unavailable");
  }

  private static String state() {
    return BROWSER.asked.getOrDefault("state", "");
  }

  /** One page, no session, one line in the log with the reason and nothing of the person. */
  private static void refused(Browser.Answer answer, int status, String reason) {
    assertThat(answer.status()).as(BROWSER.log).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(BROWSER.cookies).doesNotContainKey(COOKIE);
    assertThat(BROWSER.log.lines()).hasSize(1);
    assertThat(BROWSER.log)
        .contains("\"reason\":\"" + reason + "\"")
        .doesNotContain("Elias", Pushes.APPLICANT, "the-code", "eyJ");
  }
}
