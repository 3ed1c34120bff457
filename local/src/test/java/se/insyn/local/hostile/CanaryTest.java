package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.insyn.domain.people.PersonalIdentityNumber;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;

/**
 * K01, K15, D14, F18: names, texts, numbers in all written forms, tokens and cookies are sown in
 * every place of good and bad requests, and looked for in what was printed, answered and stored.
 */
class CanaryTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  /** In every text; a case number or an event's id may stand in the log and has none. */
  private static final String CANARY = "Kanariefågel";

  private static final Pattern TWELVE_DIGITS =
      Pattern.compile("(?<![0-9A-Za-z_-])[0-9]{12}(?![0-9A-Za-z_-])");

  /** What a browser or a system keeps to itself, as it is given out. */
  private final Set<String> secrets = new HashSet<>();

  private Office office = Office.lifecare();
  private int requests;
  private long mark;

  @BeforeEach
  void startOver() {
    office = People.startOver();
    secrets.add(office.token());
    mark = INSYN.logMark();
  }

  @Test
  @DisplayName(
      "K01, K15: after hundreds of requests the log has no canary and the tables no number")
  void nothingThatWasSownIsFound() {
    goodPushes().forEach(this::pushes);
    for (var push : goodPushes().toList()) {
      badPushes(push).forEach(this::pushes);
    }
    oddBodies();
    logins();
    citizens();
    machines();

    assertThat(requests).isGreaterThan(300);
    var log = String.join("\n", INSYN.loggedSince(mark));
    assertThat(log).contains("invalid-members", "id-token-invalid");
    assertThat(log).doesNotContain(CANARY, "eyJ", "Hertzberg", "__Host-").doesNotContain(numbers());
    assertThat(secrets).allSatisfy(secret -> assertThat(log).doesNotContain(secret));
    var stored = INSYN.snapshot();
    assertThat(stored).contains(CANARY).doesNotContain(numbers());
    assertThat(TWELVE_DIGITS.matcher(stored).results().map(found -> found.group()))
        .noneMatch(CanaryTest::isNumber);
  }

  private static Stream<Push> goodPushes() {
    return Stream.of(
            People.household("K-1", People.ELIAS, People.MATTIAS)
                .with("type", CANARY)
                .with("office/name", CANARY)
                .with("persons/0/name", CANARY)
                .with("caseworkers/0/name", CANARY)
                .with("caseworkers/0/title", CANARY),
            Pushes.application().with("title", CANARY),
            Pushes.decision().with("decision", CANARY).with("grounds", CANARY),
            Pushes.intervention().with("intervention", CANARY).with("caseworker/name", CANARY),
            Pushes.resourceAllocation().with("resource", CANARY),
            Pushes.payment().with("method", CANARY).with("payee/name", CANARY),
            Pushes.incomingPayment().with("paymentType", CANARY),
            Pushes.document().with("title", CANARY).with("text", CANARY),
            Pushes.file().with("title", CANARY),
            Pushes.appointment().with("place", CANARY).with("with", CANARY),
            Pushes.informationRequest().with("what", CANARY),
            Pushes.message().with("subject", CANARY).with("text", CANARY),
            Pushes.calculation().with("norm", CANARY).with("persons/0/name", CANARY))
        .map(push -> push.with("caseNumber", "K-1"));
  }

  /** The same with a canary or a number in every member in turn, also where none belongs. */
  private static Stream<Push> badPushes(Push good) {
    var written = People.written(People.NOBODY);
    var changed = new ArrayList<Push>();
    for (var member : good.data().keySet()) {
      int next = changed.size();
      changed.add(good.with(member, CANARY + " " + written.get(next % written.size()) + " \u0007"));
      changed.add(good.with(member, List.of(CANARY, Map.of(CANARY, written.getFirst()))));
    }
    changed.add(good.with("personalNumber", People.NOBODY).with("version", 0));
    changed.add(good.with("namn", CANARY).with("personnummer", People.NOBODY).with("version", -1));
    changed.add(good.with("id", written.get(1)));
    return changed.stream();
  }

  private void oddBodies() {
    var event = office.event(People.decision("A-1", "BES-K").with("decision", CANARY));
    var token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ" + CANARY.replace("å", "a") + "In0.";
    secrets.add(token);
    for (int length = 10; length < event.length(); length += event.length() / 20) {
      answered(office.pushRaw(event.substring(0, length)));
    }
    for (var written : People.written(People.ELIAS)) {
      for (var member : List.of("id", "type", "source", "subject", "time", "specversion", "x")) {
        var odd = Json.object(event);
        odd.put(member, CANARY + " " + written);
        answered(office.pushRaw(Json.text(odd)));
      }
    }
    answered(office.pushRaw("[" + event + ",\"" + CANARY + "\"," + People.NOBODY + "]"));
    answered(
        office.send(
            HttpRequest.newBuilder(INSYN.origin().resolve("/caseworker/v1/updates"))
                .header("Authorization", "Bearer " + token)
                .header("X-Name", People.ELIAS)
                .POST(BodyPublishers.ofString(event))));
  }

  private void logins() {
    for (var claims :
        List.<Map<String, ?>>of(
            Map.of(),
            Map.of("name", CANARY),
            Map.of("sub", People.NOBODY),
            Map.of("acr", CANARY),
            Map.of("nonce", CANARY),
            Map.of("https://id.oidc.se/claim/personalIdentityNumber", "20000716-9915"),
            Map.of("exp", CANARY))) {
      var browser = INSYN.browser();
      var callback = browser.callback(browser.startLogin("/" + CANARY), People.ELIAS, claims);
      keepSecretsOf(browser);
      Stream.of(callback.split("[?&]", -1))
          .filter(pair -> pair.startsWith("code=") || pair.startsWith("state="))
          .forEach(pair -> secrets.add(pair.substring(pair.indexOf('=') + 1)));
      answered(browser.get(callback));
      keepSecretsOf(browser);
    }
    var browser = INSYN.browser();
    var state = browser.startLogin("/").getRawQuery().replaceAll(".*state=([^&]*).*", "$1");
    var encoded = encoded(CANARY + People.NOBODY);
    answered(browser.get("/login/callback?state=" + encoded + "&code=" + encoded));
    answered(
        browser.get(
            "/login/callback?state="
                + state
                + "&error="
                + encoded
                + "&error_description="
                + encoded));
  }

  private void citizens() {
    var browser = INSYN.loggedIn(People.ELIAS, Map.of("name", CANARY + " Hertzberg"));
    keepSecretsOf(browser);
    readers(browser);
    for (var route : Routes.all()) {
      for (var written : People.written(People.ELIAS)) {
        var sown = encoded(CANARY + written);
        var path = Routes.path(route, sown, sown);
        for (var query : List.of("", "?q=" + sown, "?" + sown + "=1", "?cursor=" + sown)) {
          answered(
              browser.send(
                  browser
                      .request(path + query)
                      .header("User-Agent", "Canary " + written)
                      .header("Referer", "https://x.example/" + sown)
                      .header("traceparent", "00-" + written)));
        }
      }
    }
    var other = INSYN.browser();
    other.cookie("__Host-insyn", "Kanariefagel" + People.NOBODY);
    answered(other.get("/api/start"));
  }

  /** Everything is read, and taken along; the addresses that are given are secrets. */
  private void readers(Browser browser) {
    byte[] pdf = Papers.pdf("kallelse");
    var document = Papers.document("K-1", "DOK-K", pdf).with("title", CANARY);
    var upload = office.announce(document);
    secrets.add(signature(String.valueOf(upload.get("url"))));
    office.handOver(upload, pdf);
    Papers.awaitChecks();
    var caseId = Routes.caseId(browser, "K-1");
    var ids = Stream.concat(goodPushes().skip(1), Stream.of(document)).map(push -> push.at("id"));
    for (var id : ids.map(String::valueOf).toList()) {
      for (var path : Routes.paths(caseId, id)) {
        if (path.startsWith("/api/")) {
          kept(browser.get(path));
        }
      }
    }
    kept(browser.post("/api/threads", newThread(caseId)));
    Answers.list(browser.get("/api/threads"), "items").stream()
        .map(thread -> "/api/threads/" + thread.get("id"))
        .forEach(
            thread -> {
              kept(browser.get(thread));
              kept(browser.post(thread + "/read", "{}"));
              kept(browser.post(thread + "/messages", newThread(caseId)));
            });
    profile(browser);
    var export = Json.object(browser.post("/api/exports", "{}").body()).get("id");
    INSYN.tick();
    kept(browser.get("/api/exports/" + export));
  }

  private static String newThread(String caseId) {
    return Json.text(
        Map.of(
            "id", CANARY,
            "to", List.of(Map.of("caseId", caseId, "caseworkerId", "HL3")),
            "subject", CANARY,
            "text", CANARY,
            "attachmentIds", List.of()));
  }

  /** Addresses and codes are nobody else's, right or wrong. */
  private void profile(Browser browser) {
    secrets.addAll(List.of("701740605", "0701740605", "kanarie@fagel.example"));
    for (var phone : List.of("070-174 06 05", "08-" + CANARY, People.ELIAS)) {
      answered(
          browser.change(
              "PUT",
              "/api/profile",
              Json.text(
                  Map.of(
                      "phone",
                      phone,
                      "email",
                      "kanarie@fagel.example",
                      "notifyBySms",
                      true,
                      "notifyByEmail",
                      true,
                      "language",
                      "sv"))));
    }
    for (var channel : List.of("sms", "email")) {
      var code = Addresses.code(channel);
      secrets.add("\"" + code + "\"");
      assertThat(Addresses.confirm(browser, channel, code)).isEqualTo(204);
      assertThat(Addresses.confirm(browser, channel, CANARY)).isEqualTo(422);
    }
    answered(browser.change("PUT", "/api/profile", "{\"phone\": \"" + CANARY + "\", \"x\": 1}"));
  }

  private void kept(HttpResponse<String> answer) {
    answered(answer);
    answer
        .headers()
        .firstValue("location")
        .filter(address -> address.contains("X-Amz-"))
        .ifPresent(address -> secrets.add(signature(address)));
  }

  private static String signature(String address) {
    return address.replaceAll(".*X-Amz-Signature=([0-9a-f]+).*", "$1");
  }

  private void machines() {
    for (var written : People.written(People.NOBODY)) {
      var sown = encoded(CANARY + written);
      answered(office.get("/caseworker/v1/cases?caseNumber=" + encoded(written)));
      answered(office.get("/caseworker/v1/cases?caseNumber=K-1&cursor=" + sown));
      answered(office.get("/caseworker/v1/updates?" + sown));
    }
  }

  private void pushes(Push push) {
    answered(office.push(push));
  }

  /** No answer fails, and no problem repeats what was sent. */
  private void answered(HttpResponse<String> answer) {
    requests++;
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
    if (answer.statusCode() >= 400) {
      assertThat(answer.body()).doesNotContain(CANARY, "eyJ").doesNotContain(numbers());
    }
  }

  private void keepSecretsOf(Browser browser) {
    browser.cookieNames().forEach(name -> secrets.add(String.valueOf(browser.cookie(name))));
  }

  private static String[] numbers() {
    return People.ALL.stream()
        .flatMap(number -> People.written(number).stream())
        .toArray(String[]::new);
  }

  private static boolean isNumber(String digits) {
    return PersonalIdentityNumber.ofTwelveDigits(digits, Stockholm.today(Clock.systemUTC()))
        .isPresent();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
