package se.insyn.profile;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * E-postadress in its plain form (RFC 5321, 4.1.2, without quoted strings): nothing in it can mean
 * anything to a mail server but the one mailbox. A domain with other letters is written in ASCII
 * (RFC 5891); a mailbox with others is none, because the sending service takes none.
 */
final class EmailAddresses {

  private static final int LONGEST = 254;
  private static final int LONGEST_MAILBOX = 64;
  private static final Pattern MAILBOX =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private EmailAddresses() {}

  /** The address in ASCII, the domain in lower case; empty when it is none. */
  static Optional<String> normal(String written) {
    String text = written.strip();
    int at = text.indexOf('@');
    if (at < 1 || at > LONGEST_MAILBOX || text.length() > LONGEST) {
      return Optional.empty();
    }
    String mailbox = text.substring(0, at);
    String domain = domain(text.substring(at + 1));
    String normal = mailbox + "@" + domain;
    return normal.length() <= LONGEST
            && MAILBOX.matcher(mailbox).matches()
            && DOMAIN.matcher(domain).matches()
        ? Optional.of(normal)
        : Optional.empty();
  }

  /** The domain in ASCII; empty when it has none. */
  private static String domain(String written) {
    // What cannot be seen would vanish on the way to ASCII.
    if (written.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
      return "";
    }
    try {
      return IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
