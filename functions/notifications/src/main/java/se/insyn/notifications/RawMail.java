package se.insyn.notifications;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.regex.Pattern;

/** An e-mail as it goes over the wire (RFC 5322): one part of plain text, nothing to load. */
final class RawMail {

  /** What can stand in a header without making another one, or another recipient. */
  private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^\"(),:;<>\\[\\]\\\\]]{3,254}");

  /** So many bytes make an encoded word of at most 75 characters. */
  private static final int ENCODED_WORD = 45;

  private static final String LINE = "\r\n";

  private RawMail() {}

  /** Whether mail can be written to it at all. */
  static boolean isAddress(String address) {
    return ADDRESS.matcher(address).matches() && address.indexOf('@') > 0;
  }

  static byte[] bytes(String from, String to, Text text, Instant at) {
    if (!isAddress(to)) {
      throw new IllegalArgumentException("no address");
    }
    String mail =
        String.join(
            LINE,
            "From: " + from,
            "To: " + to,
            "Subject: " + encoded(text.subject()),
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)),
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
            "",
            Base64.getMimeEncoder().encodeToString(text.body().getBytes(UTF_8)),
            "");
    return mail.getBytes(US_ASCII);
  }

  /** In words of RFC 2047, no letter cut in two. */
  private static String encoded(String subject) {
    var words = new StringBuilder();
    var word = new StringBuilder();
    subject
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(
            letter -> {
              if ((word + letter).getBytes(UTF_8).length > ENCODED_WORD) {
                append(words, word.toString());
                word.setLength(0);
              }
              word.append(letter);
            });
    append(words, word.toString());
    return words.toString();
  }

  private static void append(StringBuilder words, String word) {
    words
        .append(words.isEmpty() ? "" : LINE + " ")
        .append("=?UTF-8?B?")
        .append(Base64.getEncoder().encodeToString(word.getBytes(UTF_8)))
        .append("?=");
  }
}
