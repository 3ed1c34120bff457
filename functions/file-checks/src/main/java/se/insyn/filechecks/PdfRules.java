package se.insyn.filechecks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF may not be or have: locked, broken, or anything that acts, fetches or carries another
 * file. Every object is looked at, whether a page leads to it or not. Links to the web stay: they
 * do nothing by themselves.
 */
final class PdfRules {

  private static final Set<COSName> NEVER =
      names(
          "AA",
          "EF",
          "EmbeddedFiles",
          "JavaScript",
          "JS",
          "RF",
          "RichMediaContent",
          "RichMediaSettings",
          "XFA");
  private static final Set<COSName> ACTIONS =
      names(
          "GoTo3DView",
          "GoToE",
          "GoToR",
          "ImportData",
          "JavaScript",
          "Launch",
          "Movie",
          "Rendition",
          "RichMediaExecute",
          "Sound",
          "SubmitForm");
  private static final Set<COSName> CARRIERS =
      names("3D", "EmbeddedFile", "FileAttachment", "Movie", "RichMedia", "Screen", "Sound");

  /** What those who read an address leave out of it, wherever it stands. */
  private static final Pattern UNREAD = Pattern.compile("[\\p{Cc}\\p{Cf}]+");

  private static final Pattern ELSEWHERE =
      Pattern.compile("(?is)[\\s\\p{Z}]*((?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:|\\\\\\\\).*");

  private static final COSName BASE = COSName.getPDFName("Base");
  private static final COSName REFERENCE = COSName.getPDFName("Ref");

  private PdfRules() {}

  static Optional<Refusal> against(byte[] content) {
    try (StrictPdf pdf = StrictPdf.read(content)) {
      boolean active = isActive(pdf.trailer());
      // To the last one: what cannot be read counts before what is read and acts.
      for (COSObjectKey key : pdf.keys()) {
        active |= isActive(pdf.object(key));
      }
      return active ? Optional.of(Refusal.ACTIVE) : Optional.empty();
    } catch (StrictPdf.Encrypted e) {
      return Optional.of(Refusal.ENCRYPTED);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Whatever a reader stumbles over, and however: nobody is led to it.
      return Optional.of(Refusal.BROKEN);
    }
  }

  /** An object with all that is written inside it; what it refers to is looked at by itself. */
  private static boolean isActive(@Nullable COSBase whole) {
    var parts = new ArrayDeque<COSBase>();
    add(parts, whole);
    while (!parts.isEmpty()) {
      COSBase part = parts.remove();
      if (part instanceof COSDictionary dictionary) {
        if (isActive(dictionary)) {
          return true;
        }
        dictionary.getValues().forEach(value -> add(parts, value));
      } else if (part instanceof COSArray array) {
        array.forEach(value -> add(parts, value));
      }
    }
    return false;
  }

  private static void add(ArrayDeque<COSBase> parts, @Nullable COSBase part) {
    if (part instanceof COSDictionary || part instanceof COSArray) {
      parts.add(part);
    }
  }

  private static boolean isActive(COSDictionary dictionary) {
    return dictionary.keySet().stream().anyMatch(NEVER::contains)
        || isOneOf(ACTIONS, dictionary, COSName.S)
        || isOneOf(CARRIERS, dictionary, COSName.SUBTYPE)
        || isOneOf(CARRIERS, dictionary, COSName.TYPE)
        || opensMoreThanAPage(dictionary)
        || liesElsewhere(dictionary)
        || leadsElsewhere(dictionary.getDictionaryObject(COSName.URI))
        || leadsElsewhere(dictionary.getDictionaryObject(BASE));
  }

  /** What is shown there would be fetched from another file, or from the web. */
  private static boolean liesElsewhere(COSDictionary dictionary) {
    if (dictionary instanceof COSStream) {
      return dictionary.containsKey(COSName.F) || dictionary.containsKey(REFERENCE);
    }
    return dictionary.containsKey(COSName.F) && isOneOf(names("Thread"), dictionary, COSName.S);
  }

  private static boolean opensMoreThanAPage(COSDictionary dictionary) {
    COSBase action = dictionary.getDictionaryObject(COSName.OPEN_ACTION);
    return action instanceof COSDictionary opens && !isOneOf(names("GoTo"), opens, COSName.S);
  }

  private static boolean leadsElsewhere(@Nullable COSBase address) {
    return address instanceof COSString text
        && ELSEWHERE.matcher(UNREAD.matcher(text.getString()).replaceAll("")).matches();
  }

  private static boolean isOneOf(Set<COSName> names, COSDictionary dictionary, COSName key) {
    return dictionary.getDictionaryObject(key) instanceof COSName name && names.contains(name);
  }

  private static Set<COSName> names(String... names) {
    return Arrays.stream(names).map(COSName::getPDFName).collect(Collectors.toUnmodifiableSet());
  }
}
