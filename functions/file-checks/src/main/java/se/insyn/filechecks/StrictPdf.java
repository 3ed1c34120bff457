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

  private final Set<Long> unpacked = new HashSet<>();
  private long left = MOST_UNPACKED;
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
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    if (!hasTrailer) {
      // Before the trailer only cross references are read, and they are unpacked next.
      spend(stream);
    }
    return stream;
  }

  @Override
  protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
    if (unpacked.add(number)
        && document.getObjectFromPool(getObjectKey(number, 0)).getObject()
            instanceof COSStream stream) {
      spend(stream);
    }
    return super.parseObjectStreamObject(number, key);
  }

  /** Counts what comes out of a stream before anything is made of it. */
  private void spend(COSStream stream) throws IOException {
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
      for (int read = plain.read(some); read > 0; read = plain.read(some)) {
        left -= read;
        if (left < 0) {
          throw new IOException("more objects than anybody reads");
        }
      }
    }
  }
}
