package se.insyn.filechecks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** A PDF of one page, written object by object, for what no library would write. */
final class HandPdf {

  /** The objects that every document here begins with. */
  private static final List<String> PAGE =
      List.of(
          "<</Type/Catalog/Pages 2 0 R>>",
          "<</Type/Pages/Kids[3 0 R]/Count 1>>",
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  HandPdf() {
    write("%PDF-1.7\n");
    PAGE.forEach(this::object);
  }

  /** The same page with this object beside it, and a table of cross references. */
  static byte[] withObject(String object) {
    return new HandPdf().object(object).table();
  }

  /** Adds an object; the first one is number 4. */
  HandPdf object(String object) {
    return object(object.getBytes(ISO_8859_1));
  }

  /** Adds a stream with its length. */
  HandPdf stream(String members, byte[] content) {
    var object = new ByteArrayOutputStream();
    object.writeBytes(
        "<<%s/Length %d>>\nstream\n".formatted(members, content.length).getBytes(ISO_8859_1));
    object.writeBytes(content);
    object.writeBytes("\nendstream".getBytes(ISO_8859_1));
    return object(object.toByteArray());
  }

  private HandPdf object(byte[] object) {
    places.add(out.size());
    write(places.size() + " 0 obj\n");
    out.writeBytes(object);
    return write("\nendobj\n");
  }

  /** Adds what is given as it is. */
  HandPdf write(String text) {
    out.writeBytes(text.getBytes(ISO_8859_1));
    return this;
  }

  /** How long it is so far. */
  int length() {
    return out.size();
  }

  /** Ends with a table of cross references. */
  byte[] table() {
    int table = length();
    write("xref\n0 %d\n0000000000 65535 f \n".formatted(places.size() + 1));
    places.forEach(place -> write("%010d 00000 n \n".formatted(place)));
    write("trailer\n<</Size %d/Root 1 0 R>>\n".formatted(places.size() + 1));
    return endAt(table);
  }

  /**
   * Ends with a stream of cross references: those of its own objects, then these.
   *
   * @param more entries of seven bytes: kind, place (or stream), number in the stream
   */
  byte[] references(String members, byte[] more) {
    int at = length();
    var entries = new ByteArrayOutputStream();
    entries.writeBytes(entry(0, 0, 0));
    places.forEach(place -> entries.writeBytes(entry(1, place, 0)));
    entries.writeBytes(entry(1, at, 0));
    entries.writeBytes(more);
    int size = entries.size() / entry(0, 0, 0).length;
    stream(
        "/Type/XRef/W[1 4 2]/Size %d/Root 1 0 R/Filter/FlateDecode%s".formatted(size, members),
        packed(entries.toByteArray()));
    return endAt(at);
  }

  /** Ends, and says that the cross references begin here. */
  byte[] endAt(int references) {
    write("startxref\n" + references + "\n%%EOF\n");
    return out.toByteArray();
  }

  static byte[] entry(int kind, int place, int number) {
    return new byte[] {
      (byte) kind,
      (byte) (place >> 24),
      (byte) (place >> 16),
      (byte) (place >> 8),
      (byte) place,
      (byte) (number >> 8),
      (byte) number
    };
  }

  static byte[] packed(byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (var deflated = new DeflaterOutputStream(packed)) {
      deflated.write(content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }

  /** So many megabytes of zeros, packed. */
  static byte[] packedZeros(int megabytes) {
    var packed = new ByteArrayOutputStream();
    try (var deflated = new DeflaterOutputStream(packed)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < megabytes; i++) {
        deflated.write(zeros);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }
}
