package se.insyn.filechecks;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF as it is written, mending nothing and decrypting nothing: what one reader mends in
 * its own way another sees otherwise. Of the streams only those are unpacked that hold the objects
 * themselves, and only so much of them.
 */
final class StrictPdf extends PDFParser implements Closeable {

  /** Of all streams of objects together; those of a large document have a few megabytes. */
  private static final long MOST_UNPACKED = 64L * 1024 * 1024;

  /** Of all objects; those of a document of thousands of pages are some 100,000. */
  private static final int MOST_OBJECTS = 500_000;

  /** How often a document may have been added to: each time has cross references of its own. */
  private static final int MOST_ADDITIONS = 1_000;

  /** In bytes, of a number in an entry of the cross references. */
  private static final int WIDEST = 8;

  private final Set<Long> unpacked = new HashSet<>();
  private long left = MOST_UNPACKED;
  private long packedObjects;
  private int additions;
  private boolean hasTrailer;
  private boolean isBroken;

  private StrictPdf(byte[] content) throws IOException {
    super(new RandomAccessReadBuffer(content));
  }

  /** The document would have to be decrypted first. */
  static final class Encrypted extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * A document that has pages.
   *
   * @throws Encrypted where it is, whoever may open it
   * @throws IOException where it is not written as a PDF must be
   */
  static StrictPdf read(byte[] content) throws IOException {
    var pdf = new StrictPdf(content);
    pdf.setLenient(false);
    if (!pdf.parsePDFHeader()) {
      throw new IOException("no header");
    }
    pdf.initialParse();
    COSDictionary catalog = pdf.trailer().getCOSDictionary(COSName.ROOT);
    COSDictionary pages = catalog == null ? null : catalog.getCOSDictionary(COSName.PAGES);
    if (pages == null || pages.getInt(COSName.COUNT) < 1) {
      throw new IOException("no pages");
    }
    limitObjects(pdf.keys().size());
    return pdf;
  }

  COSDictionary trailer() {
    return document.getTrailer();
  }

  /** The keys of all objects, whether a page leads to them or not. */
  List<COSObjectKey> keys() {
    return List.copyOf(document.getXrefTable().keySet());
  }

  /**
   * One of them.
   *
   * @throws IOException where it, or something that had to be read for it, cannot be
   */
  @Nullable COSBase object(COSObjectKey key) throws IOException {
    COSBase object = document.getObjectFromPool(key).getObject();
    if (isBroken) {
      throw new IOException("an object cannot be read");
    }
    return object;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  /** The library logs what it cannot read and goes on as if it were not there. */
  @Override
  public COSBase dereferenceCOSObject(COSObject object) throws IOException {
    try {
      return super.dereferenceCOSObject(object);
    } catch (IOException | RuntimeException e) {
      isBroken = true;
      throw e;
    }
  }

  /** Called when all cross references are read. */
  @Override
  protected void prepareDecryption() throws IOException {
    hasTrailer = true;
    if (document.getTrailer().containsKey(COSName.ENCRYPT)) {
      throw new Encrypted();
    }
  }

  @Override
  protected boolean parseXrefTable(long at) throws IOException {
    limitAdditions();
    return super.parseXrefTable(at);
  }

  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    if (!hasTrailer) {
      // Before the trailer only cross references are read, and they are unpacked next.
      limitAdditions();
      limitObjects(spend(stream) / entry(stream));
    }
    return stream;
  }

  /** An object that is not in the stream it is said to be in would be looked for ever again. */
  @Override
  protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
    if (unpacked.add(number)
        && document.getObjectFromPool(getObjectKey(number, 0)).getObject()
            instanceof COSStream stream) {
      packedObjects += Math.max(0, stream.getInt(COSName.N));
      limitObjects(packedObjects);
      spend(stream);
    }
    COSBase object = super.parseObjectStreamObject(number, key);
    if (object == null) {
      throw new IOException("an object is not where it is said to be");
    }
    return object;
  }

  private static void limitObjects(long objects) throws IOException {
    if (objects > MOST_OBJECTS) {
      throw new IOException("more objects than anybody reads");
    }
  }

  private void limitAdditions() throws IOException {
    additions++;
    if (additions > MOST_ADDITIONS) {
      throw new IOException("added to more often than anybody does");
    }
  }

  /** The length of an entry of the cross references; without one they would have no end. */
  private static int entry(COSStream references) throws IOException {
    COSArray widths = references.getCOSArray(COSName.W);
    int length = 0;
    for (int i = 0; widths != null && i < widths.size(); i++) {
      int width = widths.getInt(i, -1);
      if (width < 0 || width > WIDEST) {
        throw new IOException("cross references of an odd width");
      }
      length += width;
    }
    if (length == 0) {
      throw new IOException("cross references of no width");
    }
    return length;
  }

  /** Counts what comes out of a stream before anything is made of it. */
  private long spend(COSStream stream) throws IOException {
    COSBase filters = stream.getFilters();
    if (filters instanceof COSArray several && several.size() == 1) {
      filters = several.getObject(0);
    }
    if (filters != null && !COSName.FLATE_DECODE.equals(filters)) {
      throw new IOException("objects in an odd wrapping");
    }
    try (InputStream raw = stream.createRawInputStream();
        InputStream plain = filters == null ? raw : new InflaterInputStream(raw)) {
      byte[] some = new byte[8192];
      long before = left;
      for (int read = plain.read(some); read > 0; read = plain.read(some)) {
        left -= read;
        if (left < 0) {
          throw new IOException("more of objects than anybody reads");
        }
      }
      return before - left;
    }
  }
}
