package se.insyn.filechecks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a text of Word's: numbers of pages, dates, links; but also what starts a program
 * (DDE) or fetches another file. Only those are taken that are known to do neither, by the first
 * word of their instruction; one that is put together of other fields has none.
 */
final class WordFields {

  private static final Set<String> HARMLESS =
      Set.of(
          "=",
          "ADDRESSBLOCK",
          "ADVANCE",
          "ASK",
          "AUTHOR",
          "AUTONUM",
          "AUTONUMLGL",
          "AUTONUMOUT",
          "BIBLIOGRAPHY",
          "BOOKMARK",
          "CITATION",
          "COMMENTS",
          "COMPARE",
          "CREATEDATE",
          "DATE",
          "DOCPROPERTY",
          "DOCVARIABLE",
          "EDITTIME",
          "EQ",
          "FILENAME",
          "FILESIZE",
          "FILLIN",
          "FORMCHECKBOX",
          "FORMDROPDOWN",
          "FORMTEXT",
          "GREETINGLINE",
          "HYPERLINK",
          "IF",
          "INDEX",
          "INFO",
          "KEYWORDS",
          "LASTSAVEDBY",
          "LISTNUM",
          "MERGEFIELD",
          "MERGEREC",
          "MERGESEQ",
          "NEXT",
          "NOTEREF",
          "NUMCHARS",
          "NUMPAGES",
          "NUMWORDS",
          "PAGE",
          "PAGEREF",
          "PRINTDATE",
          "QUOTE",
          "REF",
          "REVNUM",
          "SAVEDATE",
          "SECTION",
          "SECTIONPAGES",
          "SEQ",
          "SET",
          "STYLEREF",
          "SUBJECT",
          "SYMBOL",
          "TA",
          "TC",
          "TEMPLATE",
          "TIME",
          "TITLE",
          "TOA",
          "TOC",
          "USERADDRESS",
          "USERINITIALS",
          "USERNAME",
          "XE");

  private static final Pattern WORD = Pattern.compile("\\s*(=|[^\\s\"\\\\]+)?.*", Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile("(?is)\\s*HYPERLINK\\s*(?:\"([^\"]*)\"|(\\S*)).*");

  /** No word of any field. */
  private static final String JUDGED = "\0";

  private final Deque<StringBuilder> open = new ArrayDeque<>();
  private boolean areActive;

  boolean areActive() {
    return areActive || !open.isEmpty();
  }

  /** A field in one piece. */
  void simple(String instruction) {
    areActive |= isActive(instruction);
  }

  /** A field begins, goes over to its result, or ends. */
  void mark(String type) {
    switch (type) {
      case "begin" -> open.push(new StringBuilder());
      case "separate" -> judge();
      case "end" -> {
        judge();
        open.poll();
      }
      default -> areActive = true;
    }
  }

  /** Some of what the field that began last is to do. */
  void instruction(String text) {
    StringBuilder into = open.peek();
    if (into == null) {
      areActive |= !text.isBlank();
    } else {
      into.append(text);
    }
  }

  /** The instruction is complete; what comes now is no more of it. */
  private void judge() {
    StringBuilder instruction = open.peek();
    if (instruction == null) {
      areActive = true;
    } else if (!JUDGED.contentEquals(instruction)) {
      areActive |= isActive(instruction.toString());
      instruction.setLength(0);
      instruction.append(JUDGED);
    }
  }

  private static boolean isActive(String instruction) {
    Matcher first = WORD.matcher(instruction);
    String word = first.matches() && first.group(1) != null ? first.group(1) : "";
    if (!HARMLESS.contains(word.toUpperCase(Locale.ROOT))) {
      return true;
    }
    Matcher link = LINK.matcher(instruction);
    if (!link.matches()) {
      return false;
    }
    String address = link.group(1) == null ? link.group(2) : link.group(1);
    // One with a switch before its address leads to a place in this text.
    return !address.isEmpty() && !address.startsWith("\\") && !OfficeZip.isLink(address);
  }
}
