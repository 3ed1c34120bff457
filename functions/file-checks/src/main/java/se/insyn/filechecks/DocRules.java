package se.insyn.filechecks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text of Word's from before 2007 (MS-DOC) may not be or have: locked, broken, a template,
 * macros, or other files inside. Its fields are looked for as they stand in it, so that one which
 * starts or fetches something is found; there is no full reading of that form here.
 */
final class DocRules {

  private static final String TEXT = "WordDocument";

  private static final Set<String> MACROS =
      Set.of("macros", "vba", "_vba_project", "_vba_project_cur", "dir", "projectwm");

  private static final Set<String> LOCKED =
      Set.of("encryptioninfo", "encryptedpackage", "\u0006dataspaces", "encryption");

  private static final Set<String> OTHERS =
      Set.of("\u0001ole10native", "package", "\u0001ole", "contents", "book", "workbook");

  private static final Pattern OBJECT = Pattern.compile("_\\d{6,10}");

  private static final int WORD = 0xa5ec;
  private static final int WORD_97 = 0xc1;
  private static final int FIELD = 0x13;

  /** In the flags of its head: a template, saved in pieces, locked, hidden. */
  private static final int TEMPLATE = 0x0001;

  private static final int IN_PIECES = 0x0004;
  private static final int IS_LOCKED = 0x0100 | 0x8000;

  private static final List<String> ACTIVE_FIELDS =
      List.of(
          "AUTOTEXT",
          "DATABASE",
          "DDE",
          "EMBED",
          "IMPORT",
          "INCLUDE",
          "LINK",
          "MACROBUTTON",
          "CONTROL",
          "GOTOBUTTON",
          "PRINT ",
          "QUOTE");

  private DocRules() {}

  static Optional<Refusal> against(byte[] content) {
    try {
      StrictOle ole = StrictOle.read(content);
      if (ole.entries().stream().anyMatch(each -> LOCKED.contains(small(each)))) {
        return Optional.of(Refusal.ENCRYPTED);
      }
      List<StrictOle.Entry> texts =
          ole.entries().stream().filter(each -> each.name().equals(TEXT)).toList();
      if (texts.isEmpty()) {
        return Optional.of(Refusal.WRONG_TYPE);
      }
      if (texts.size() > 1 || ole.entries().stream().anyMatch(DocRules::isActive)) {
        return Optional.of(Refusal.ACTIVE);
      }
      return text(ole.content(texts.getFirst()));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // Whatever a reader stumbles over, and however: nobody is led to it.
      return Optional.of(Refusal.BROKEN);
    }
  }

  private static Optional<Refusal> text(byte[] text) {
    ByteBuffer head = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
    int flags = Short.toUnsignedInt(head.getShort(10));
    if (Short.toUnsignedInt(head.getShort(0)) != WORD || head.getShort(2) < WORD_97) {
      return Optional.of(Refusal.WRONG_TYPE);
    }
    if ((flags & IS_LOCKED) != 0) {
      return Optional.of(Refusal.ENCRYPTED);
    }
    if ((flags & TEMPLATE) != 0) {
      return Optional.of(Refusal.WRONG_TYPE);
    }
    return (flags & IN_PIECES) != 0 || hasActiveField(text)
        ? Optional.of(Refusal.ACTIVE)
        : Optional.empty();
  }

  private static boolean isActive(StrictOle.Entry entry) {
    String name = small(entry);
    return MACROS.contains(name)
        || OTHERS.contains(name)
        || OBJECT.matcher(name).matches()
        // Word leaves an empty one behind.
        || (name.equals("objectpool") && entry.child() >= 0);
  }

  private static String small(StrictOle.Entry entry) {
    return entry.name().toLowerCase(Locale.ROOT);
  }

  /** A letter is one byte, or two of which the second is zero. */
  private static boolean hasActiveField(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] == FIELD) {
        int end = Math.min(text.length, i + 64);
        String some = new String(text, i + 1, end - i - 1, StandardCharsets.ISO_8859_1);
        String word = some.replace("\0", "").stripLeading().toUpperCase(Locale.ROOT);
        if (ACTIVE_FIELDS.stream().anyMatch(word::startsWith)) {
          return true;
        }
      }
    }
    return false;
  }
}
