package se.insyn.filechecks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a ZIP in which every byte belongs to an entry or to the directory, and both say the same:
 * what one reader finds by the one another finds by the other. Nothing is unpacked before the
 * directory has said how much it becomes, and nothing to more than that.
 */
final class StrictZip {

  /** A text of hundreds of pages with pictures has some 500. */
  private static final int MOST_ENTRIES = 2_000;

  private static final long LARGEST_ENTRY = 64L * 1024 * 1024;
  private static final long MOST_UNPACKED = 128L * 1024 * 1024;

  /** Text packs to a twentieth, an empty form perhaps to a fiftieth. */
  private static final int MOST_RATIO = 200;

  private static final int RATIO_MATTERS = 1024 * 1024;

  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int DESCRIPTOR = 0x08074b50;

  /** Flags: encrypted in one of three ways; how well it is packed, sizes behind, names in UTF-8. */
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;

  private static final int SIZES_BEHIND = 1 << 3;
  private static final int HARMLESS = 1 << 1 | 1 << 2 | SIZES_BEHIND | 1 << 11;

  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final ByteBuffer bytes;
  private final List<Entry> entries;

  private StrictZip(ByteBuffer bytes, List<Entry> entries) {
    this.bytes = bytes;
    this.entries = List.copyOf(entries);
  }

  /** Something has to be decrypted first. */
  static final class Encrypted extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** What the directory says of an entry, and where its bytes begin. */
  record Entry(String name, boolean isStored, int crc, int packed, int size, int at) {}

  /** A head as it stands, of the directory or before the bytes. */
  private record Head(int flags, int method, int crc, long packed, long size, String name) {}

  /**
   * Reads the directory and holds it against what stands before each entry.
   *
   * @throws Encrypted where an entry is
   * @throws IOException where it is not written like this, or becomes more than anybody reads
   */
  static StrictZip read(byte[] content) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return new StrictZip(bytes, entries(bytes));
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("a place outside", e);
    }
  }

  /** In the order in which they lie. */
  List<Entry> entries() {
    return entries;
  }

  /** An entry, unpacked and held against its checksum. */
  byte[] content(Entry entry) throws IOException {
    byte[] content;
    if (entry.isStored()) {
      content = new byte[entry.size()];
      bytes.get(entry.at(), content);
    } else {
      content = inflated(entry);
    }
    var crc = new CRC32();
    crc.update(content);
    if ((int) crc.getValue() != entry.crc()) {
      throw new IOException("another checksum");
    }
    return content;
  }

  private byte[] inflated(Entry entry) throws IOException {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(bytes.slice(entry.at(), entry.packed()));
      var out = new ByteArrayOutputStream(Math.min(entry.size(), RATIO_MATTERS));
      byte[] some = new byte[8192];
      while (!inflater.finished()) {
        int read = inflater.inflate(some);
        if (read == 0 && !inflater.finished()) {
          throw new IOException("an entry that is cut off");
        }
        out.write(some, 0, read);
        if (out.size() > entry.size()) {
          throw new IOException("more than the directory says");
        }
      }
      if (out.size() != entry.size() || inflater.getRemaining() != 0) {
        throw new IOException("less than the directory says");
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IOException(e);
    }
  }

  private static List<Entry> entries(ByteBuffer bytes) throws IOException {
    int end = bytes.capacity() - END_LENGTH;
    int many = Short.toUnsignedInt(bytes.getShort(end + 10));
    int length = bytes.getInt(end + 12);
    int at = bytes.getInt(end + 16);
    require(bytes.getInt(end) == END && bytes.getShort(end + 20) == 0, "does not end as a ZIP");
    require(bytes.getInt(end + 4) == 0, "several disks");
    require(bytes.getShort(end + 8) == bytes.getShort(end + 10), "several disks");
    require(many >= 1 && many <= MOST_ENTRIES, "nothing, or more than anybody reads");
    require(at >= 0 && length >= 0 && (long) at + length == end, "no directory");
    var names = new HashSet<String>();
    var heads = new ArrayList<Place>();
    long unpacked = 0;
    int next = at;
    for (int i = 0; i < many; i++) {
      require(bytes.getInt(next) == CENTRAL, "no directory");
      Head head = head(bytes, next + 8, next + CENTRAL_LENGTH, next + 28);
      require(head.packed() <= end && head.size() <= LARGEST_ENTRY, "larger than anybody reads");
      require(
          head.size() < RATIO_MATTERS || head.size() <= MOST_RATIO * head.packed(),
          "packed more than anything is");
      unpacked += head.size();
      require(unpacked <= MOST_UNPACKED, "larger than anybody reads");
      heads.add(new Place(name(head, names), head, bytes.getInt(next + 42)));
      next +=
          CENTRAL_LENGTH
              + Short.toUnsignedInt(bytes.getShort(next + 28))
              + Short.toUnsignedInt(bytes.getShort(next + 30))
              + Short.toUnsignedInt(bytes.getShort(next + 32));
    }
    require(next == end, "no directory");
    return placed(bytes, heads, at);
  }

  /** Where an entry is said to lie. */
  private record Place(String name, Head head, int at) {}

  /** They lie one behind the other, from the first byte to the directory. */
  private static List<Entry> placed(ByteBuffer bytes, List<Place> places, int directory)
      throws IOException {
    var entries = new ArrayList<Entry>();
    int next = 0;
    places.sort(Comparator.comparingInt(Place::at));
    for (Place place : places) {
      Head head = place.head();
      require(place.at() == next && bytes.getInt(next) == LOCAL, "a gap");
      Head local = head(bytes, next + 6, next + LOCAL_LENGTH, next + 26);
      boolean isBehind = (head.flags() & SIZES_BEHIND) != 0;
      require(
          local.flags() == head.flags()
              && local.method() == head.method()
              && local.name().equals(head.name())
              && (isSame(local, head) || (isBehind && isNothing(local))),
          "said in two ways");
      int begin =
          next
              + LOCAL_LENGTH
              + Short.toUnsignedInt(bytes.getShort(next + 26))
              + Short.toUnsignedInt(bytes.getShort(next + 28));
      next = begin + (int) head.packed();
      if (isBehind) {
        next = behind(bytes, next, head);
      }
      require(next <= directory, "a gap");
      entries.add(
          new Entry(
              place.name(),
              head.method() == STORED,
              head.crc(),
              (int) head.packed(),
              (int) head.size(),
              begin));
    }
    require(next == directory, "a gap");
    return entries;
  }

  private static boolean isSame(Head one, Head other) {
    return one.crc() == other.crc() && one.packed() == other.packed() && one.size() == other.size();
  }

  private static boolean isNothing(Head head) {
    return head.crc() == 0 && head.packed() == 0 && head.size() == 0;
  }

  /** The sizes behind an entry, which may have a mark before them. */
  private static int behind(ByteBuffer bytes, int at, Head head) throws IOException {
    int sizes = bytes.getInt(at) == DESCRIPTOR ? at + 4 : at;
    require(
        bytes.getInt(sizes) == head.crc()
            && Integer.toUnsignedLong(bytes.getInt(sizes + 4)) == head.packed()
            && Integer.toUnsignedLong(bytes.getInt(sizes + 8)) == head.size(),
        "said in two ways");
    return sizes + 12;
  }

  /** Both heads have the same members in the same order; names stand at different places. */
  private static Head head(ByteBuffer bytes, int at, int nameAt, int nameLengthAt)
      throws IOException {
    int flags = Short.toUnsignedInt(bytes.getShort(at));
    if ((flags & ENCRYPTED) != 0) {
      throw new Encrypted();
    }
    int method = Short.toUnsignedInt(bytes.getShort(at + 2));
    byte[] name = new byte[Short.toUnsignedInt(bytes.getShort(nameLengthAt))];
    bytes.get(nameAt, name);
    var head =
        new Head(
            flags,
            method,
            bytes.getInt(at + 8),
            Integer.toUnsignedLong(bytes.getInt(at + 12)),
            Integer.toUnsignedLong(bytes.getInt(at + 16)),
            named(name));
    require((flags & ~HARMLESS) == 0, "an odd flag");
    require(method == STORED || method == DEFLATED, "an odd wrapping");
    require(method == DEFLATED || head.packed() == head.size(), "said in two ways");
    return head;
  }

  private static String named(byte[] name) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("an odd name", e);
    }
  }

  /** No way out of the folder, and no name that some take for another. */
  private static String name(Head head, Set<String> names) throws IOException {
    String name = head.name();
    boolean isPath =
        !name.isEmpty()
            && name.length() <= 255
            && name.chars().noneMatch(c -> c < ' ' || c == 127 || c == '\\' || c == ':')
            && !("/" + name + "/").replaceFirst("/{2}$", "/").contains("//")
            && !("/" + name + "/").contains("/./")
            && !("/" + name + "/").contains("/../");
    require(isPath && names.add(name.toLowerCase(Locale.ROOT)), "an odd name");
    return name;
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
