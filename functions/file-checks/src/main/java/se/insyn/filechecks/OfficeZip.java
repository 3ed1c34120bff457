package se.insyn.filechecks;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Word's and OpenDocument's texts have in common: a ZIP of XML and pictures. */
final class OfficeZip {

  /** What a file in a file begins with: a program, a PDF, an archive, a text of old, a script. */
  private static final List<byte[]> OTHERS =
      List.of(
          HexFormat.of().parseHex("4d5a"),
          HexFormat.of().parseHex("25504446"),
          HexFormat.of().parseHex("504b0304"),
          HexFormat.of().parseHex("d0cf11e0a1b11ae1"),
          HexFormat.of().parseHex("7f454c46"),
          HexFormat.of().parseHex("2321"),
          HexFormat.of().parseHex("7b5c727466"),
          HexFormat.of().parseHex("526172211a07"),
          HexFormat.of().parseHex("377abcaf271c"),
          HexFormat.of().parseHex("1f8b"));

  /** Where somebody who clicks is led; nothing is fetched before that. */
  private static final Pattern LINK = Pattern.compile("(?is)(https?:|mailto:|tel:|#).*");

  private static final Pattern SCHEME = Pattern.compile("(?is)\\s*[a-z][a-z0-9+.-]*:.*");

  private OfficeZip() {}

  /** Rules that are looked at once it is known to be a ZIP. */
  interface Rules {
    Optional<Refusal> against(StrictZip zip) throws IOException;
  }

  static Optional<Refusal> against(byte[] content, Rules rules) {
    try {
      return rules.against(StrictZip.read(content));
    } catch (StrictZip.Encrypted e) {
      return Optional.of(Refusal.ENCRYPTED);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Whatever a reader stumbles over, and however: nobody is led to it.
      return Optional.of(Refusal.BROKEN);
    }
  }

  /** Whether an entry is a file of its own that only lies in this one. */
  static boolean isAnotherFile(byte[] content) {
    return OTHERS.stream()
        .anyMatch(
            head ->
                content.length >= head.length
                    && Arrays.equals(head, 0, head.length, content, 0, head.length));
  }

  static boolean isXml(StrictZip.Entry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return entry.size() > 0
        && (name.endsWith(".xml")
            || name.endsWith(".rels")
            || name.endsWith(".vml")
            || name.endsWith(".rdf"));
  }

  /** Whether an address is only followed by somebody who wants to. */
  static boolean isLink(String address) {
    return LINK.matcher(address).matches();
  }

  /** Whether an address stays in this file. */
  static boolean isInside(String address) {
    return !SCHEME.matcher(address).matches()
        && !address.contains("..")
        && !address.contains("\\")
        && !address.startsWith("//");
  }
}
