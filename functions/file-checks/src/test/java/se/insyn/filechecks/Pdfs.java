package se.insyn.filechecks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** PDF documents, made as they are asked for. */
final class Pdfs {

  private Pdfs() {}

  /** What is done to a document before it is written. */
  interface Change {
    void apply(PDDocument document) throws IOException;
  }

  /** One empty page. */
  static byte[] plain() {
    return with(document -> {});
  }

  /** One empty page, and what the change adds; its objects packed into streams. */
  static byte[] with(Change change) {
    return written(change, CompressParameters.DEFAULT_COMPRESSION);
  }

  /** The same, with a table of cross references and nothing packed. */
  static byte[] unpacked(Change change) {
    return written(change, CompressParameters.NO_COMPRESSION);
  }

  private static byte[] written(Change change, CompressParameters compression) {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      change.apply(document);
      var out = new ByteArrayOutputStream();
      document.save(out, compression);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A dictionary of names and values in turn; a text that begins with a slash is a name. */
  static COSDictionary dictionary(Object... members) {
    var dictionary = new COSDictionary();
    for (int i = 0; i < members.length; i += 2) {
      COSName name = COSName.getPDFName((String) members[i]);
      switch (members[i + 1]) {
        case COSDictionary value -> dictionary.setItem(name, value);
        case COSArray value -> dictionary.setItem(name, value);
        case String text when text.startsWith("/") -> dictionary.setName(name, text.substring(1));
        case String text -> dictionary.setItem(name, new COSString(text));
        default -> throw new IllegalArgumentException(name.getName());
      }
    }
    return dictionary;
  }

  /** Puts a member into the document's root. */
  static Change inCatalog(String name, COSDictionary value) {
    return document ->
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName(name), value);
  }

  /** Puts an annotation on the page. */
  static Change annotation(Object... members) {
    return document -> {
      var all = new COSArray();
      all.add(dictionary(members));
      document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, all);
    };
  }
}
