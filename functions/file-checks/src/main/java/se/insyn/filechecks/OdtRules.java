package se.insyn.filechecks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.FileType;

/**
 * What a text of OpenDocument's (ISO/IEC 26300) may not be or have: locked, broken, another kind of
 * document, or anything that acts, fetches or carries another file.
 */
final class OdtRules {

  private static final byte[] TYPE = FileType.ODT.mediaType().getBytes(StandardCharsets.US_ASCII);
  private static final String MANIFEST = "META-INF/manifest.xml";

  private static final Pattern ACTIVE_PARTS =
      Pattern.compile("(basic|scripts|dialogs|object[^/]*|database)/.*|meta-inf/macro.*");

  private static final Set<String> ACTIVE_ELEMENTS =
      Set.of(
          "applet",
          "dde-connection",
          "dde-connection-decl",
          "dde-source",
          "event-listener",
          "execute-macro",
          "floating-frame",
          "libraries",
          "object",
          "object-ole",
          "plugin",
          "script");

  private OdtRules() {}

  static Optional<Refusal> against(byte[] content) {
    return OfficeZip.against(content, OdtRules::look);
  }

  private static Optional<Refusal> look(StrictZip zip) throws IOException {
    StrictZip.Entry first = zip.entries().getFirst();
    if (!first.name().equals("mimetype")
        || !first.isStored()
        || !Arrays.equals(TYPE, zip.content(first))) {
      return Optional.of(Refusal.WRONG_TYPE);
    }
    var look = new Look();
    // First what the list of parts says: those of a locked text lie there as any bytes.
    for (StrictZip.Entry entry : zip.entries()) {
      if (entry.name().equals(MANIFEST)) {
        StrictXml.read(zip.content(entry), look);
      }
    }
    if (look.isEncrypted) {
      return Optional.of(Refusal.ENCRYPTED);
    }
    boolean isActive = false;
    for (StrictZip.Entry entry : zip.entries()) {
      byte[] part = zip.content(entry);
      if (OfficeZip.isXml(entry)) {
        StrictXml.read(part, look);
      }
      isActive |=
          OfficeZip.isAnotherFile(part)
              || ACTIVE_PARTS.matcher(entry.name().toLowerCase(Locale.ROOT)).matches();
    }
    if (isActive || look.isActive) {
      return Optional.of(Refusal.ACTIVE);
    }
    return look.isText ? Optional.empty() : Optional.of(Refusal.WRONG_TYPE);
  }

  /** All parts, element by element. */
  private static final class Look implements StrictXml.Reader {

    private boolean isActive;
    private boolean isEncrypted;
    private boolean isText;

    @Override
    public void begins(String name, Map<String, String> attributes) {
      isEncrypted |= name.equals("encryption-data") || name.equals("encrypted-key");
      isText |=
          name.equals("file-entry")
              && "/".equals(attributes.get("full-path"))
              && FileType.ODT.mediaType().equals(attributes.get("media-type"));
      isActive |= ACTIVE_ELEMENTS.contains(name) || isElsewhere(name, attributes.get("href"));
    }

    private static boolean isElsewhere(String name, @Nullable String address) {
      return address != null
          && !OfficeZip.isInside(address)
          && !(name.equals("a") && OfficeZip.isLink(address));
    }
  }
}
