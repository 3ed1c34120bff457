package se.insyn.local.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import se.insyn.local.template.Permission;

/**
 * A stand-in that speaks as much of SES as a raw e-mail needs, and tells afterwards what became of
 * it. Whoever is called bounce, wherever, is not there; whoever is called complaint does not want
 * it.
 */
public final class Ses extends Provider {
  private static final Pattern SUBJECT =
      Pattern.compile("^Subject: (.*(?:\r\n .*)*)", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=");

  private final Consumer<SentMessage> sent;
  private final Consumer<Map<String, Object>> feedback;
  private final Clock clock;

  private Ses(Consumer<SentMessage> sent, Consumer<Map<String, Object>> feedback, Clock clock)
      throws IOException {
    super("SendRawEmail");
    this.sent = sent;
    this.feedback = feedback;
    this.clock = clock;
  }

  /** Starts it; what goes out is handed on, and what becomes of it. */
  public static Ses start(
      Consumer<SentMessage> sent, Consumer<Map<String, Object>> feedback, Clock clock)
      throws IOException {
    var ses = new Ses(sent, feedback, clock);
    ses.listen();
    return ses;
  }

  @Override
  String to(QueryForm form) {
    return form.value("Destinations.member.1");
  }

  @Override
  List<Permission> permissions(QueryForm form) {
    return List.of(
        new Permission("ses:SendRawEmail", "identity/" + form.value("Source")),
        new Permission(
            "ses:SendRawEmail", "configuration-set/" + form.value("ConfigurationSetName")));
  }

  @Override
  void take(QueryForm form, String id) {
    var to = to(form);
    var raw = new String(Base64.getDecoder().decode(form.value("RawMessage.Data")), US_ASCII);
    var body = raw.substring(raw.indexOf("\r\n\r\n"));
    sent.accept(
        new SentMessage(
            "email",
            to,
            subject(raw),
            new String(Base64.getMimeDecoder().decode(body), UTF_8),
            clock.instant().toString()));
    tell(form, id, "Send");
    if (to.startsWith("bounce@")) {
      tell(form, id, "Bounce");
    } else {
      tell(form, id, "Delivery");
      if (to.startsWith("complaint@")) {
        tell(form, id, "Complaint");
      }
    }
  }

  private void tell(QueryForm form, String id, String type) {
    var tag = form.value("Tags.member.1.Name");
    feedback.accept(
        Map.of(
            "eventType",
            type,
            "mail",
            Map.of(
                "messageId", id,
                "destination", List.of(to(form)),
                "tags", Map.of(tag, List.of(form.value("Tags.member.1.Value")))),
            "bounce",
            Map.of("bounceType", "Permanent")));
  }

  private static String subject(String raw) {
    var found = SUBJECT.matcher(raw);
    if (!found.find()) {
      return "";
    }
    var words = new StringBuilder();
    WORD.matcher(found.group(1))
        .results()
        .forEach(
            word -> words.append(new String(Base64.getDecoder().decode(word.group(1)), UTF_8)));
    return words.toString();
  }
}
