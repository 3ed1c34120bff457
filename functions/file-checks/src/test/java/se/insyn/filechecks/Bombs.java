package se.insyn.filechecks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** PDF files of 20 MB at most that become more than anybody has room or time for. */
final class Bombs {

  static final int LARGEST = 20 * 1024 * 1024;

  private Bombs() {}

  /** Each is made when it is asked for: together they are too large. */
  static Map<String, Supplier<byte[]>> all() {
    var all = new LinkedHashMap<String, Supplier<byte[]>>();
    all.put("objects that unpack to 200 MB", () -> objects("/Filter/FlateDecode", 200));
    all.put("objects packed twice", () -> objects("/Filter[/FlateDecode/FlateDecode]", 300));
    all.put("references that unpack to 200 MB", Bombs::references);
    all.put("references of no width", () -> widths("0 0 0"));
    all.put("references of two gigabytes each", () -> widths("0 2147483647 0"));
    all.put("references of more than there are numbers", () -> widths("2147483647 2147483647 9"));
    all.put("objects in a stream that lacks them", Bombs::lacking);
    all.put("a million objects in one stream", Bombs::manyInOne);
    all.put("a million objects at one place", Bombs::manyAtOne);
    all.put("a table of more lines than there are", () -> table(2_000_000_000));
    all.put("tables behind tables", Bombs::tables);
    all.put("lists in lists", () -> HandPdf.withObject("[".repeat(2_000_000)));
    all.put("dictionaries in dictionaries", () -> HandPdf.withObject("<</A".repeat(4_000_000)));
    all.put("brackets in a text", () -> HandPdf.withObject("(".repeat(2_000_000)));
    return all;
  }

  /** A stream of objects, of which one is asked for. */
  private static byte[] objects(String filter, int megabytes) {
    byte[] zeros = HandPdf.packedZeros(megabytes);
    return new HandPdf()
        .stream(
                "/Type/ObjStm/N 1/First 4" + filter,
                filter.contains("[") ? HandPdf.packed(zeros) : zeros)
            .references("", HandPdf.entry(2, 4, 0));
  }

  private static byte[] references() {
    var pdf = new HandPdf();
    int at = pdf.length();
    return pdf.stream(
            "/Type/XRef/W[1 2 1]/Size 4/Root 1 0 R/Filter/FlateDecode", HandPdf.packedZeros(200))
        .endAt(at);
  }

  /** Entries as wide as that, of all numbers that there are. */
  private static byte[] widths(String widths) {
    var pdf = new HandPdf();
    int at = pdf.length();
    return pdf.stream(
            "/Type/XRef/W[%s]/Index[0 2147483647]/Size 2147483647/Root 1 0 R".formatted(widths),
            new byte[64])
        .endAt(at);
  }

  /** 100,000 objects that are said to be in a stream of others, which takes its time to read. */
  private static byte[] lacking() {
    var others = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      others.append(5_000_000 + i).append(' ').append(2 * i).append(' ');
    }
    int first = others.length();
    others.append("1 ".repeat(200_000));
    var asked = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      asked.writeBytes(HandPdf.entry(2, 4, i % 60_000));
    }
    return new HandPdf()
        .stream(
                "/Type/ObjStm/N 200000/First %d/Filter/FlateDecode".formatted(first),
                HandPdf.packed(others.toString().getBytes(ISO_8859_1)))
            .references("", asked.toByteArray());
  }

  /** Small ones, in the 64 MB that are unpacked. */
  private static byte[] manyInOne() {
    int many = 3_000_000;
    var objects = new StringBuilder();
    for (int i = 0; i < many; i++) {
      objects.append(6 + i).append(' ').append(2 * i).append(' ');
    }
    int first = objects.length();
    objects.append("[]".repeat(many));
    var asked = new ByteArrayOutputStream();
    for (int i = 0; i < many; i++) {
      asked.writeBytes(HandPdf.entry(2, 4, i % 60_000));
    }
    return new HandPdf()
        .stream(
                "/Type/ObjStm/N %d/First %d/Filter/FlateDecode".formatted(many, first),
                HandPdf.packed(objects.toString().getBytes(ISO_8859_1)))
            .references("", asked.toByteArray());
  }

  private static byte[] manyAtOne() {
    var pdf = new HandPdf().object("[" + "1 ".repeat(1_000_000) + "]");
    var asked = new ByteArrayOutputStream();
    for (int i = 0; i < 1_000_000; i++) {
      asked.writeBytes(HandPdf.entry(1, 300, 0));
    }
    return pdf.references("", asked.toByteArray());
  }

  private static byte[] table(int lines) {
    var pdf = new HandPdf();
    int at = pdf.length();
    return pdf.write("xref\n0 %d\n".formatted(lines))
        .write("0000000000 65535 f \n".repeat(100_000))
        .write("trailer\n<</Size 4/Root 1 0 R>>\n")
        .endAt(at);
  }

  /** Each names the one before it. */
  private static byte[] tables() {
    var pdf = new HandPdf();
    int before = 0;
    while (pdf.length() < LARGEST / 4) {
      int at = pdf.length();
      pdf.write("xref\n0 0\ntrailer\n<</Size 4/Root 1 0 R")
          .write(before == 0 ? ">>\n" : "/Prev " + before + ">>\n");
      before = at;
    }
    return pdf.endAt(before);
  }

  /** What is no bomb: a page of noise, as large as a file may be. */
  static byte[] none() {
    byte[] noise = new byte[LARGEST - 1_000];
    new Random(1).nextBytes(noise);
    return new HandPdf().stream("", noise).table();
  }
}
