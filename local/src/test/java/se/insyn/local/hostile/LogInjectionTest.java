package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;

/** K02: what is sent stays within its line of the log, or out of it. */
class LogInjectionTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();

  @Test
  @DisplayName("K02: line breaks, colours and quotes in a request break out of no line of the log")
  void nothingBreaksOutOfALine() {
    var office = People.startOver();
    long mark = INSYN.logMark();
    var evil = "\r\n{\"level\":\"ERROR\",\"reason\":\"forged\"}\u001b[31m\"},{\"x\":\"";
    var encoded = URLEncoder.encode(evil, StandardCharsets.UTF_8);
    var browser = INSYN.loggedIn(People.ELIAS);
    for (var path : List.of("/api/cases/", "/nowhere/", "/api/events?case=", "/login?returnTo=")) {
      browser.get(path + encoded);
    }
    browser.get("/login/callback?state=" + encoded + "&code=" + encoded);
    office.push(People.decision("A-1", "BES-K").with("decision", evil).with("outcome", evil));
    office.push(People.decision("A-1" + evil, "BES-K" + evil));
    office.get("/caseworker/v1/cases?caseNumber=" + encoded);
    var lines = INSYN.loggedSince(mark);
    assertThat(lines)
        .isNotEmpty()
        .noneMatch(line -> line.contains("forged") || line.contains("\u001b"));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("{"))
        .allSatisfy(line -> assertThat(Json.object(line)).containsKeys("level", "message"));
  }
}
