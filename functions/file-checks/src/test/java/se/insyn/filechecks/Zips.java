package se.insyn.filechecks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Texts of Word's and of OpenDocument's, as small as they can be, part by part. */
final class Zips {

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Zips() {}

  static Zips docx() {
    return new Zips()
        .with(
            "[Content_Types].xml",
            "<Types><Default Extension=\"rels\" ContentType=\"rels\"/><Override"
                + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                + "officedocument.wordprocessingml.document.main+xml\"/></Types>")
        .with(
            "_rels/.rels",
            "<Relationships>%s</Relationships>"
                .formatted(relation("officeDocument", "word/document.xml", "")))
        .with("word/document.xml", "<document><body><t>Hej</t></body></document>");
  }

  static Zips odt() {
    return new Zips()
        .with("mimetype", "application/vnd.oasis.opendocument.text")
        .with("content.xml", "<document-content><scripts/><p>Hej</p></document-content>")
        .with(
            "META-INF/manifest.xml",
            "<manifest><file-entry full-path=\"/\""
                + " media-type=\"application/vnd.oasis.opendocument.text\"/></manifest>");
  }

  static String relation(String type, String target, String more) {
    return "<Relationship Type=\"%s%s\" Target=\"%s\"%s/>".formatted(OFFICE, type, target, more);
  }

  /** With a relation from its text to something. */
  Zips related(String type, String target, String more) {
    return with(
        "word/_rels/document.xml.rels",
        "<Relationships>%s</Relationships>".formatted(relation(type, target, more)));
  }

  /** With this in its text. */
  Zips saying(String xml) {
    return parts.containsKey("mimetype")
        ? with("content.xml", "<document-content>%s</document-content>".formatted(xml))
        : with("word/document.xml", "<document><body>%s</body></document>".formatted(xml));
  }

  Zips with(String name, String content) {
    return with(name, content.getBytes(UTF_8));
  }

  Zips with(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  Zips without(String name) {
    parts.remove(name);
    return this;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        var entry = new ZipEntry(part.getKey());
        if (part.getKey().equals("mimetype")) {
          var crc = new CRC32();
          crc.update(part.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(part.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
