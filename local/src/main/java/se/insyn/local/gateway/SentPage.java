package se.insyn.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import se.insyn.local.Json;
import se.insyn.local.aws.SentMessage;

/**
 * What went out by SMS and e-mail, to look at: {@code /dev/sent}. There is no such page anywhere
 * else, so no route of the template has it.
 */
public final class SentPage {
  private static final String PATH = "/dev/sent";

  private final List<SentMessage> all = new CopyOnWriteArrayList<>();

  public void add(SentMessage message) {
    all.add(message);
  }

  /** What went out since the start, oldest first. */
  public List<SentMessage> all() {
    return List.copyOf(all);
  }

  Optional<Answer> find(Call call) {
    if (!call.path().equals(PATH) || !call.method().equals("GET")) {
      return Optional.empty();
    }
    var accepted = Objects.requireNonNullElse(call.header("accept"), "");
    return Optional.of(
        accepted.contains("application/json")
            ? answer("application/json", Json.text(all.stream().map(SentPage::json).toList()))
            : answer("text/html; charset=utf-8", html()));
  }

  private static Map<String, Object> json(SentMessage message) {
    var json = new LinkedHashMap<String, Object>();
    json.put("channel", message.channel());
    json.put("to", message.to());
    if (message.subject() != null) {
      json.put("subject", message.subject());
    }
    json.put("text", message.text());
    json.put("at", message.at());
    return json;
  }

  private String html() {
    var rows =
        all.reversed().stream()
            .map(
                message ->
                    "<h2>%s to %s</h2><p>%s</p><pre>%s</pre>"
                        .formatted(
                            escaped(message.channel()),
                            escaped(message.to()),
                            escaped(
                                message.at()
                                    + " "
                                    + Objects.requireNonNullElse(message.subject(), "")),
                            escaped(message.text())))
            .collect(Collectors.joining("\n"));
    return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Sent</title><h1>What went"
        + " out by SMS and e-mail</h1>\n"
        + (rows.isEmpty() ? "<p>Nothing yet.</p>" : rows);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Answer answer(String type, String body) {
    return new Answer(
        200,
        Map.of(
            "content-type", List.of(type),
            "content-security-policy", List.of("default-src 'none'"),
            "cache-control", List.of("no-store")),
        body.getBytes(UTF_8));
  }
}
