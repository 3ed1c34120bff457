package se.insyn.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Stockholm;
import se.insyn.local.Browser;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.aws.SentMessage;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.People;

/** A citizen says where they want to be told, and is told, and nobody else. */
class NoticeJourneyTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final Pattern CODE = Pattern.compile("\\d{6}");
  private static final String CASE = "NOTICE-1";
  private static final String PHONE = "+46701740633";
  private static final String MAIL = "elias.hertzberg@example.se";

  @Test
  void whoHasConfirmedAnAddressIsToldOnceWithinTheHourAndAProtectedPersonIsNot() {
    Office office = People.startOver();
    office.applies(People.caseOf(CASE, People.ELIAS));
    Browser elias = INSYN.loggedIn(People.ELIAS);
    assertThat(change(elias, PHONE, MAIL)).isEqualTo(200);
    INSYN.tick();
    assertThat(confirm(elias, "sms", PHONE)).isEqualTo(204);
    assertThat(confirm(elias, "email", MAIL)).isEqualTo(204);
    List<SentMessage> before = toElias();

    office.applies(People.decision(CASE, "BES-1"));
    INSYN.tick();
    List<SentMessage> told = toElias().subList(before.size(), toElias().size());
    assertThat(told)
        .extracting(SentMessage::channel)
        .containsExactlyInAnyOrderElementsOf(isDay() ? List.of("sms", "email") : List.of("email"));
    assertThat(told)
        .allSatisfy(
            each ->
                assertThat(each.subject() + each.text())
                    .contains("Exempelby kommun")
                    .doesNotContain(CASE, "BES-1", "Elias", "http", "Boendestöd", "beslut"));

    for (int more = 2; more <= 20; more++) {
      office.applies(People.decision(CASE, "BES-" + more));
    }
    INSYN.tick();
    INSYN.tick();
    assertThat(toElias()).hasSize(before.size() + told.size());
    assertThat(sentPage()).contains(MAIL);
  }

  @Test
  void whoBecomesProtectedBeforeTheNextCallIsNotTold() {
    Office office = People.startOver();
    office.applies(People.caseOf("NOTICE-2", People.AMIRA));
    Browser amira = INSYN.loggedIn(People.AMIRA);
    assertThat(change(amira, null, "amira@example.se")).isEqualTo(200);
    INSYN.tick();
    assertThat(confirm(amira, "email", "amira@example.se")).isEqualTo(204);
    int before = INSYN.sent().size();

    office.applies(
        People.decision("NOTICE-2", "BES-1"),
        Pushes.protection(People.AMIRA, "confidentiality-marking"));
    INSYN.tick();

    assertThat(INSYN.sent()).hasSize(before);
  }

  @Test
  void aHundredDeliveriesOfOnePushAreOneNotice() throws Exception {
    Office office = People.startOver();
    office.applies(People.caseOf("NOTICE-3", People.MATTIAS));
    Browser mattias = INSYN.loggedIn(People.MATTIAS);
    assertThat(change(mattias, null, "mattias@example.se")).isEqualTo(200);
    INSYN.tick();
    assertThat(confirm(mattias, "email", "mattias@example.se")).isEqualTo(204);
    int before = INSYN.sent().size();

    var push = People.decision("NOTICE-3", "BES-1");
    List<Callable<String>> deliveries = Collections.nCopies(50, () -> office.result(push));
    var results = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (Future<String> each : threads.invokeAll(deliveries)) {
        results.add(each.get());
      }
    }
    INSYN.tick();
    for (int more = 0; more < 50; more++) {
      results.add(office.result(push));
    }
    INSYN.tick();

    assertThat(results).containsOnly("applied", "duplicate").containsOnlyOnce("applied");
    assertThat(INSYN.sent().subList(before, INSYN.sent().size()))
        .extracting(SentMessage::to)
        .containsExactly("mattias@example.se");
  }

  @Test
  void whatWentOutIsShownNowhereButHere() throws Exception {
    assertThat(
            se.insyn.local.template.Template.read(java.nio.file.Path.of("..", "template.yaml"))
                .routes())
        .noneMatch(route -> route.path().startsWith("/dev"));
    assertThat(INSYN.browser().post("/dev/sent", "{}").statusCode()).isEqualTo(404);
  }

  private static int change(Browser browser, @Nullable String phone, String email) {
    var profile = new java.util.LinkedHashMap<String, Object>();
    if (phone != null) {
      profile.put("phone", phone);
    }
    profile.put("email", email);
    profile.put("notifyBySms", true);
    profile.put("notifyByEmail", true);
    profile.put("language", "sv");
    return browser
        .send(
            browser
                .request("/api/profile")
                .header("Content-Type", "application/json")
                .header("X-Insyn", "1")
                .header("Origin", INSYN.origin().toString())
                .PUT(BodyPublishers.ofString(Json.text(profile))))
        .statusCode();
  }

  private static int confirm(Browser browser, String channel, String to) {
    String text =
        INSYN.sent().stream()
            .filter(each -> each.to().equals(to))
            .reduce((first, second) -> second)
            .orElseThrow()
            .text();
    var code = CODE.matcher(text);
    assertThat(code.find()).isTrue();
    return browser
        .post(
            "/api/profile/confirmations",
            Json.text(Map.of("channel", channel, "code", code.group())))
        .statusCode();
  }

  private static List<SentMessage> toElias() {
    return INSYN.sent().stream()
        .filter(each -> each.to().equals(PHONE) || each.to().equals(MAIL))
        .toList();
  }

  private static boolean isDay() {
    LocalTime now = LocalTime.now(Clock.system(Stockholm.ZONE));
    return !now.isBefore(LocalTime.of(8, 0)) && now.isBefore(LocalTime.of(20, 0));
  }

  private static String sentPage() {
    Browser anybody = INSYN.browser();
    return anybody.send(anybody.request("/dev/sent").header("Accept", "application/json")).body();
  }
}
