package se.insyn.filechecks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a compound file (MS-CFB), as Word's texts were until 2007: folders and streams in sectors.
 * All entries of its directory are listed, whether a folder leads to them or not.
 */
final class StrictOle {

  private static final long MAGIC = 0xe11ab1a1e011cfd0L;
  private static final int ENTRY = 128;
  private static final int IN_HEADER = 109;
  private static final int MINI_SECTOR = 64;
  private static final int MINI_CUTOFF = 4096;
  private static final int END = -2;

  private final ByteBuffer bytes;
  private final int sector;
  private final int[] next;
  private final int[] nextMini;
  private final byte[] mini;
  private final List<Entry> entries;

  /**
   * A folder or stream.
   *
   * @param child of a folder, the first in it; negative = none
   */
  record Entry(String name, int type, int child, int start, long size) {

    private static final int STREAM = 2;
    private static final int ROOT = 5;

    boolean isStream() {
      return type == STREAM;
    }
  }

  private StrictOle(ByteBuffer bytes) throws IOException {
    this.bytes = bytes;
    require(bytes.getLong(0) == MAGIC && bytes.getShort(28) == -2, "no compound file");
    int version = bytes.getShort(26);
    int shift = bytes.getShort(30);
    require((version == 3 && shift == 9) || (version == 4 && shift == 12), "an odd version");
    require(bytes.getShort(32) == 6 && bytes.getInt(56) == MINI_CUTOFF, "odd sectors");
    sector = 1 << shift;
    require(bytes.capacity() % sector == 0, "half a sector");
    next = allocation();
    entries = entries(chain(bytes.getInt(48)));
    Entry root = entries.getFirst();
    require(root.type() == Entry.ROOT, "no root");
    mini = chain(root.start());
    nextMini = numbers(chain(bytes.getInt(60)));
  }

  /**
   * Reads the directory.
   *
   * @throws IOException where it is not written as it must be
   */
  static StrictOle read(byte[] content) throws IOException {
    try {
      return new StrictOle(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("a place outside", e);
    }
  }

  List<Entry> entries() {
    return entries;
  }

  /** The bytes of a stream. */
  byte[] content(Entry stream) throws IOException {
    byte[] whole = stream.size() < MINI_CUTOFF ? miniChain(stream.start()) : chain(stream.start());
    require(stream.size() <= whole.length, "less than the directory says");
    return Arrays.copyOf(whole, (int) stream.size());
  }

  private int sectors() {
    return bytes.capacity() / sector - 1;
  }

  /** Which sector follows upon which; where that stands, stands in the header and behind it. */
  private int[] allocation() throws IOException {
    var tables = new ArrayList<Integer>();
    for (int i = 0; i < IN_HEADER; i++) {
      tables.add(bytes.getInt(76 + 4 * i));
    }
    int more = bytes.getInt(68);
    for (int i = 0; more >= 0; i++) {
      require(i < sectors(), "a circle");
      int at = place(more);
      for (int j = 0; j < sector / 4 - 1; j++) {
        tables.add(bytes.getInt(at + 4 * j));
      }
      more = bytes.getInt(at + sector - 4);
    }
    var out = new ByteArrayOutputStream();
    int many = 0;
    for (int table : tables) {
      if (table >= 0) {
        out.writeBytes(sector(table));
        many++;
      }
    }
    require(many == bytes.getInt(44) && many <= sectors(), "another number of tables");
    int[] numbers = numbers(out.toByteArray());
    require(numbers.length >= sectors(), "sectors that nobody knows of");
    return numbers;
  }

  private static int[] numbers(byte[] table) {
    var numbers = new int[table.length / 4];
    ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
    return numbers;
  }

  private int place(int number) throws IOException {
    require(number >= 0 && number < sectors(), "a place outside");
    return (number + 1) * sector;
  }

  private byte[] sector(int number) throws IOException {
    byte[] content = new byte[sector];
    bytes.get(place(number), content);
    return content;
  }

  private byte[] chain(int start) throws IOException {
    var out = new ByteArrayOutputStream();
    int at = start;
    for (int i = 0; at != END && !(i == 0 && at < 0); i++) {
      require(i < sectors(), "a circle");
      out.writeBytes(sector(at));
      at = next[at];
    }
    return out.toByteArray();
  }

  /** Of a small stream, which lies with others in one that is larger. */
  private byte[] miniChain(int start) throws IOException {
    var out = new ByteArrayOutputStream();
    int at = start;
    for (int i = 0; at != END && !(i == 0 && at < 0); i++) {
      require(i <= MINI_CUTOFF / MINI_SECTOR, "a circle");
      out.write(mini, at * MINI_SECTOR, MINI_SECTOR);
      at = nextMini[at];
    }
    return out.toByteArray();
  }

  private static List<Entry> entries(byte[] directory) throws IOException {
    var entries = new ArrayList<Entry>();
    ByteBuffer of = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      int type = of.get(at + 66);
      if (type != 0) {
        int length = of.getShort(at + 64);
        require(length >= 2 && length <= 64 && length % 2 == 0, "an odd name");
        String name = new String(directory, at, length - 2, StandardCharsets.UTF_16LE);
        long size = Integer.toUnsignedLong(of.getInt(at + 120));
        entries.add(new Entry(name, type, of.getInt(at + 76), of.getInt(at + 116), size));
      }
    }
    require(!entries.isEmpty(), "no directory");
    return entries;
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
