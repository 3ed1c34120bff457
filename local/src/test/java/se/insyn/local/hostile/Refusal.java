package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;

/**
 * One act that must be refused, and what holds for every one: nothing is stored, no session is
 * given, the answer tells nothing, the log has one line with the reason and no number, and nobody
 * else is asked.
 */
final class Refusal {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String TOKENS = "/citizens/token";

  private final HttpResponse<String> answer;
  private final List<String> log;
  private final int tokenCalls;

  private Refusal(HttpResponse<String> answer, List<String> log, int tokenCalls) {
    this.answer = answer;
    this.log = log;
    this.tokenCalls = tokenCalls;
  }

  /** Acts and checks what holds for every refusal. */
  static Refusal of(Supplier<HttpResponse<String>> act) {
    var before = StoredItems.snapshot();
    int asked = INSYN.faults().requests(TOKENS);
    long mark = INSYN.logMark();
    var refusal =
        new Refusal(act.get(), INSYN.loggedSince(mark), INSYN.faults().requests(TOKENS) - asked);
    assertThat(StoredItems.snapshot()).as("what is stored").isEqualTo(before);
    refusal.tellsNothing();
    return refusal;
  }

  /** A problem document of that type, and its reason in the log. */
  Refusal isProblem(int status, String type, String reason) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    var problem = Json.object(answer.body());
    assertThat(problem)
        .containsEntry("type", "/problems/" + type)
        .containsEntry("status", status)
        .containsKeys("title", "instance", "traceId");
    assertThat(log.toString()).contains(String.valueOf(problem.get("traceId")));
    return hasReason(reason);
  }

  /** A page with fixed words, and its reason in the log. */
  Refusal isPage(int status, String reason) {
    assertThat(answer.statusCode()).as("%s %s", answer.body(), log).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(answer.body()).startsWith("<!DOCTYPE html>").doesNotContain("<script");
    return hasReason(reason);
  }

  /** How often the provider was asked for tokens meanwhile. */
  Refusal asksForTokens(int times) {
    assertThat(tokenCalls).as("calls of the token endpoint").isEqualTo(times);
    return this;
  }

  HttpResponse<String> answer() {
    return answer;
  }

  private Refusal hasReason(String reason) {
    assertThat(log)
        .filteredOn(line -> line.contains("\"reason\":"))
        .singleElement()
        .asString()
        .contains("\"reason\":\"" + reason + "\"");
    return this;
  }

  private void tellsNothing() {
    assertThat(answer.headers().allValues("set-cookie"))
        .noneMatch(cookie -> cookie.startsWith("__Host-insyn=") && !cookie.contains("Max-Age=0"));
    assertThat(answer.body())
        .doesNotContain("eyJ", "Exception", "se.insyn", "\tat ", "Hertzberg")
        .doesNotContain(numbers());
    assertThat(log.toString()).doesNotContain("eyJ", "Hertzberg").doesNotContain(numbers());
  }

  private static String[] numbers() {
    return People.ALL.stream()
        .flatMap(number -> People.written(number).stream())
        .toArray(String[]::new);
  }
}
