package se.insyn.notifications;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import se.insyn.domain.notices.Channel;

/**
 * A call that a provider has got.
 *
 * @param raw the whole e-mail; of an SMS its text
 * @param attempt the tag of an e-mail, nothing of an SMS
 * @param form all that the call said
 */
record Sent(Channel channel, String to, String raw, String attempt, Map<String, String> form) {

  static Sent read(Map<String, String> form) {
    if ("SendRawEmail".equals(form.get("Action"))) {
      return new Sent(
          Channel.EMAIL,
          value(form, "Destinations.member.1"),
          new String(
              Base64.getDecoder().decode(value(form, "RawMessage.Data")),
              StandardCharsets.US_ASCII),
          value(form, "Tags.member.1.Value"),
          form);
    }
    return new Sent(Channel.SMS, value(form, "PhoneNumber"), value(form, "Message"), "", form);
  }

  /** What a person reads. */
  String text() {
    return channel == Channel.SMS
        ? raw
        : new String(
            Base64.getMimeDecoder().decode(raw.substring(raw.indexOf("\r\n\r\n") + 4)),
            StandardCharsets.UTF_8);
  }

  private static String value(Map<String, String> form, String name) {
    return Objects.requireNonNull(form.get(name), name);
  }
}
