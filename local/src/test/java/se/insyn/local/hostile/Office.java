package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import se.insyn.domain.testing.Push;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.demo.CaseworkerSystem;

/** A caseworker system at work on the shared Insyn, with one token for all its pushes. */
public final class Office {
  private final CaseworkerSystem system;
  private final String source;
  private final String token;

  private Office(CaseworkerSystem system, String source) {
    this.system = system;
    this.source = source;
    this.token = sending(() -> system.token(""));
  }

  public static Office lifecare() {
    return new Office(LocalInsyn.shared().lifecare(), "/lifecare");
  }

  public static Office otherSystem() {
    return new Office(LocalInsyn.shared().otherSystem(), "/other-system");
  }

  public String token() {
    return token;
  }

  /** Pushes and expects that it is applied. */
  public void applies(Push... pushes) {
    for (var push : pushes) {
      assertThat(result(push)).as("%s", push).isEqualTo("applied");
    }
  }

  /** Pushes and says what came of it: a result, or a problem's type. */
  public String result(Push push) {
    var answer = push(push);
    var body = Json.object(answer.body());
    return String.valueOf(
        Objects.requireNonNullElse(body.get("result"), body.getOrDefault("type", "?")));
  }

  /** Pushes one event. */
  public HttpResponse<String> push(Push push) {
    return pushRaw(event(push));
  }

  /** The event as it is sent. */
  public String event(Push push) {
    return Json.text(push.cloudEvent(source));
  }

  /** Pushes several as a batch. */
  public HttpResponse<String> pushAll(Push... pushes) {
    return pushRaw(Json.text(Arrays.stream(pushes).map(push -> push.cloudEvent(source)).toList()));
  }

  /** Pushes what is given as a JSON object or array. */
  public HttpResponse<String> pushRaw(String json) {
    return pushRaw(json, "");
  }

  /** The same with a query. */
  public HttpResponse<String> pushRaw(String json, String query) {
    var type = json.startsWith("[") ? "cloudevents-batch+json" : "cloudevents+json";
    return send(
        request("/caseworker/v1/updates" + query)
            .header("Content-Type", "application/" + type)
            .POST(BodyPublishers.ofString(json)));
  }

  /** Pushes a document and says how its file is to be handed over. */
  public Map<?, ?> announce(Push document) {
    return (Map<?, ?>)
        Objects.requireNonNull(Json.object(push(document).body()).get("upload"), "upload");
  }

  /** Pushes a message and says how its one attachment is to be handed over. */
  public Map<?, ?> announceAttached(Push message) {
    var uploads = Objects.requireNonNull(Json.object(push(message).body()).get("uploads"));
    return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) uploads).values().iterator().next());
  }

  /** Hands a file over, and says how that was answered. */
  public int handOver(Map<?, ?> upload, byte[] content) {
    return sending(() -> system.upload(upload, content)).statusCode();
  }

  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** What is stored of a case. */
  public Map<String, Object> readBack(String caseNumber, String more) {
    return Json.object(get("/caseworker/v1/cases?caseNumber=" + caseNumber + more).body());
  }

  /** A whole case as the system had it then. */
  public static String snapshot(String asOf, Push itsCase, Push... facts) {
    return Json.text(
        Map.of(
            "asOf",
            asOf,
            "case",
            itsCase.data(),
            "facts",
            Arrays.stream(facts)
                .map(
                    fact -> {
                      var data = new LinkedHashMap<>(fact.data());
                      data.put("kind", fact.type());
                      return data;
                    })
                .toList()));
  }

  /** Brings a case to what a snapshot says, and the answer to it. */
  public HttpResponse<String> putCase(String caseNumber, String snapshot) {
    return send(
        request("/caseworker/v1/cases?caseNumber=" + caseNumber)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(snapshot)));
  }

  /** A request with the token. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(LocalInsyn.shared().origin().resolve(path))
        .header("Authorization", "Bearer " + token);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return sending(() -> system.send(request));
  }

  private static <T> T sending(Sending<T> sending) {
    try {
      return sending.send();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private interface Sending<T> {
    T send() throws IOException, InterruptedException;
  }
}
