package se.insyn.upkeep;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An export for reading: one page in Swedish that needs nothing but itself. Whatever was pushed is
 * text here and nothing else: it is escaped, and its direction ends where it ends.
 */
final class ReadablePage {

  /** Kept for machines; a person is told in words, or by a link. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "caseId",
          "id",
          "new",
          "changed",
          "caseworkerId",
          "sha256",
          "you",
          "hasFile",
          "links",
          // What a fact belongs to is a link below it.
          "applicationId",
          "calculationId",
          "decisionId",
          "documentId",
          "interventionId",
          "paymentId",
          "replacesId",
          // How to appeal says whether it can be done now.
          "appealable");

  /** What a person reads of what somebody wrote. */
  private static final Set<String> WRITTEN =
      Set.of("from", "sentAt", "updatedAt", "subject", "text", "readBy");

  /** What is said of a person in one line. */
  private static final Set<String> PERSON = Set.of("name", "role", "you");

  private final Writer out;
  private final Words words = new Words();

  ReadablePage(Writer out, String municipality, Instant madeAt) throws IOException {
    this.out = out;
    out.write(
        """
      <!DOCTYPE html>
      <html lang="sv">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width">
      <meta name="referrer" content="no-referrer">
      <title>Mina uppgifter</title>
      <style>
      body { font: 1rem/1.5 sans-serif; max-width: 45rem; margin: 1rem auto; padding: 0 1rem }
      section { border-top: 1px solid #767676; margin-top: 1.5rem }
      dt { font-weight: bold } dd { margin: 0 0 .5rem; white-space: pre-wrap }
      dd > dl, dd > ul { white-space: normal; margin: .25rem 0; padding-left: 1rem }
      dd > ul > li > dl { margin: 0 0 .5rem }
      </style>
      </head>
      <body>
      <h1>Mina uppgifter hos %s</h1>
      <p>Hämtat %s. Här står det som du kunde se i tjänsten då. Samma uppgifter finns i filen insyn.json.</p>
      """
            .formatted(escaped(municipality), Words.time(madeAt)));
  }

  void heading(String text) throws IOException {
    out.write("<h2>" + escaped(text) + "</h2>\n");
  }

  /** Min profil. */
  void profile(Map<String, Object> shown) throws IOException {
    heading("Min profil");
    members(shown);
  }

  /** An ärende. */
  void oneCase(Map<String, Object> shown) throws IOException {
    out.write("<section>\n<h3>" + escaped("Ärende " + shown.get("caseNumber")) + "</h3>\n");
    members(shown);
    out.write("</section>\n");
  }

  /**
   * A händelse in full.
   *
   * @param file the name under which its file lies beside this page, null where it has none
   */
  void oneEvent(Map<String, Object> shown, @Nullable String file) throws IOException {
    out.write("<section id=\"" + escaped(anchor(shown)) + "\">\n<h3>");
    out.write(escaped(named(shown)) + "</h3>\n");
    members(shown);
    if (file != null) {
      out.write("<p><a href=\"" + escaped(file) + "\">Öppna filen</a></p>\n");
    }
    if (shown.get("links") instanceof Map<?, ?> links) {
      links(links);
    }
    out.write("</section>\n");
  }

  /** En tråd; its messages come one by one, newest first. */
  void oneThread(Map<String, Object> shown) throws IOException {
    Object subject = shown.get("subject");
    out.write("<h3>" + escaped(subject == null ? "Tråd" : subject.toString()) + "</h3>\n");
  }

  /**
   * Ett meddelande.
   *
   * @param files the names under which what is attached lies beside this page
   */
  void oneMessage(Map<String, Object> shown, List<String> files) throws IOException {
    out.write("<section>\n");
    members(read(shown));
    for (String file : files) {
      out.write("<p><a href=\"" + escaped(file) + "\">Öppna filen</a></p>\n");
    }
    out.write("</section>\n");
  }

  /** What a person reads of something that was written; the rest are ids. */
  private static Map<String, Object> read(Map<String, Object> shown) {
    var read = new LinkedHashMap<>(shown);
    read.keySet().retainAll(WRITTEN);
    if (shown.get("attachments") instanceof List<?> attachments) {
      read.put(
          "attachments",
          attachments.stream()
              .map(each -> each instanceof Map<?, ?> one ? String.valueOf(one.get("name")) : "")
              .toList());
    }
    return read;
  }

  /** Loggen: its entries come one by one, newest first. */
  void beginLog() throws IOException {
    heading("Min logg");
    out.write("<ul>\n");
  }

  /** What was done, when, and to what. */
  void oneEntry(Map<String, Object> shown) throws IOException {
    Object source = shown.get("source");
    out.write("<li>" + Words.time(Instant.parse(String.valueOf(shown.get("at")))) + " ");
    out.write(escaped(words.orSame("act", String.valueOf(shown.get("act")))));
    if (shown.containsKey("id")) {
      out.write(": ");
      link(shown);
    }
    out.write((source == null ? "" : escaped(" (" + source + ")")) + "</li>\n");
  }

  void endLog() throws IOException {
    out.write("</ul>\n");
  }

  void end() throws IOException {
    out.write("</body>\n</html>\n");
    out.flush();
  }

  private void links(Map<?, ?> links) throws IOException {
    for (var link : links.entrySet()) {
      List<?> all = link.getValue() instanceof List<?> list ? list : List.of(link.getValue());
      if (!all.isEmpty()) {
        out.write("<p>" + escaped(words.of((String) link.getKey())) + ":</p>\n<ul>\n");
        for (Object each : all) {
          if (each instanceof Map<?, ?> linked) {
            out.write("<li>");
            link(linked);
            out.write("</li>\n");
          }
        }
        out.write("</ul>\n");
      }
    }
  }

  private void link(Map<?, ?> linked) throws IOException {
    out.write("<a href=\"#" + escaped(anchor(linked)) + "\" dir=\"auto\">");
    out.write(escaped(named(linked)) + "</a>");
  }

  private static String anchor(Map<?, ?> shown) {
    return "h-" + shown.get("caseId") + "-" + shown.get("id");
  }

  private String named(Map<?, ?> shown) {
    String kind = String.valueOf(shown.get("kind"));
    Object title = shown.get("title");
    Object date = shown.get("date");
    return (date == null ? "" : date + " ")
        + words.orSame("kind", kind)
        + (title == null || title.equals("") ? "" : ": " + title);
  }

  private void members(Map<?, ?> object) throws IOException {
    out.write("<dl>\n");
    for (var member : object.entrySet()) {
      String name = (String) member.getKey();
      if (!LEFT_OUT.contains(name)) {
        boolean isPost = name.equals("title") && object.containsKey("name");
        String word = words.of(isPost ? "post" : name);
        out.write("<dt>" + escaped(word) + "</dt><dd dir=\"auto\">");
        value(name, member.getValue());
        out.write("</dd>\n");
      }
    }
    out.write("</dl>\n");
  }

  private void value(String member, @Nullable Object value) throws IOException {
    switch (value) {
      case Map<?, ?> person when person.containsKey("role") && person.containsKey("you") -> {
        out.write(escaped(person(person)));
        var more = new LinkedHashMap<Object, Object>(person);
        more.keySet().removeAll(PERSON);
        if (!more.isEmpty()) {
          members(more);
        }
      }
      case Map<?, ?> appeal when Boolean.TRUE.equals(appeal.get("appealable")) ->
          out.write(escaped(words.appeal(appeal)));
      case Map<?, ?> appeal when appeal.containsKey("appealable") -> out.write("Nej");
      case Map<?, ?> object -> members(object);
      case List<?> list -> {
        out.write("<ul>\n");
        for (Object each : list) {
          out.write("<li>");
          value(member, each);
          out.write("</li>\n");
        }
        out.write("</ul>\n");
      }
      case Boolean flag -> out.write(flag ? "Ja" : "Nej");
      case Number ore when member.endsWith("Ore") ->
          out.write(escaped(Words.kronor(ore.longValue())));
      case null -> out.write("–");
      default -> out.write(escaped(words.text(member, value.toString())));
    }
  }

  private String person(Map<?, ?> person) {
    String role = String.valueOf(person.get("role"));
    return person.get("name")
        + " ("
        + words.orSame("role", role)
        + (Boolean.TRUE.equals(person.get("you")) ? ", du)" : ")");
  }

  private static String escaped(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
