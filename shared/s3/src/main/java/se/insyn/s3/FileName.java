package se.insyn.s3;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import se.insyn.domain.events.FileType;
import se.insyn.domain.events.StoredFile;

/**
 * What a browser is told of a file it fetches ({@code Content-Disposition}, RFC 6266): a PDF is
 * shown, everything else saved, under a name made of the title and the type. The name stands there
 * twice, in ASCII for those who read nothing else, and as it is.
 */
final class FileName {

  private static final int LONGEST = 100;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._,()–-]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]+");
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private FileName() {}

  static String disposition(StoredFile file, String title) {
    Optional<FileType> type = FileType.of(file.mediaType());
    boolean isPdf = type.equals(Optional.of(FileType.PDF));
    String name = named(withoutEnding(title, type)) + type.map(FileType::ending).orElse("");
    return (isPdf ? "inline" : "attachment")
        + "; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(name), encoded(name));
  }

  /** A title that is the name of a file has an ending already. */
  private static String withoutEnding(String title, Optional<FileType> type) {
    return type.filter(of -> of.endsName(title)).isPresent()
        ? title.substring(0, title.lastIndexOf('.'))
        : title;
  }

  /** Neither folders nor signs that turn the reading round; never empty, never hidden. */
  private static String named(String title) {
    String plain =
        NO_LETTERS.matcher(Normalizer.normalize(title, Normalizer.Form.NFC)).replaceAll(" ");
    String spaced = plain.replaceAll(" +", " ").replaceAll("^[. ]+|[. ]+$", "");
    int end = Math.min(spaced.codePointCount(0, spaced.length()), LONGEST);
    String some = spaced.substring(0, spaced.offsetByCodePoints(0, end)).stripTrailing();
    return some.isEmpty() ? "dokument" : some;
  }

  private static String ascii(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return NOT_ASCII.matcher(bare).replaceAll("_");
  }

  private static String encoded(String name) {
    var out = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(each) >= 0) {
        out.append((char) each);
      } else {
        out.append("%%%02X".formatted(each & 0xff));
      }
    }
    return out.toString();
  }
}
