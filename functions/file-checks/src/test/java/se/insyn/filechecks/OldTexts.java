package se.insyn.filechecks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text of Word's from before 2007: a compound file with a head and whatever else is named. */
final class OldTexts {

  private static final int SECTOR = 512;
  private static final int WORD_SECTORS = 8;

  private record Named(String name, int type, int child) {}

  private final List<Named> others = new ArrayList<>();
  private final byte[] text = new byte[WORD_SECTORS * SECTOR];
  private final ByteBuffer word = little(text);

  OldTexts() {
    word.putShort(0, (short) 0xa5ec).putShort(2, (short) 0xc1);
  }

  OldTexts flags(int flags) {
    word.putShort(10, (short) flags);
    return this;
  }

  /** With this in its text, each letter in one byte. */
  OldTexts saying(String text) {
    return saying(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  OldTexts saying(byte[] some) {
    word.put(1024, some);
    return this;
  }

  OldTexts folder(String name, int child) {
    others.add(new Named(name, 1, child));
    return this;
  }

  OldTexts stream(String name) {
    others.add(new Named(name, 2, -1));
    return this;
  }

  byte[] bytes() {
    return bytes("WordDocument");
  }

  /** Sector 0 has which follows upon which, 1 to 4 the directory, then come the streams. */
  byte[] bytes(String textName) {
    byte[] bytes = new byte[(1 + 5 + WORD_SECTORS) * SECTOR];
    ByteBuffer file = little(bytes);
    file.put(0, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0});
    file.put(4, new byte[] {(byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
    file.putShort(24, (short) 62).putShort(26, (short) 3).putShort(28, (short) -2);
    file.putShort(30, (short) 9).putShort(32, (short) 6);
    file.putInt(44, 1).putInt(48, 1).putInt(56, 4096).putInt(60, -2).putInt(68, -2);
    for (int i = 0; i < 109; i++) {
      file.putInt(76 + 4 * i, i == 0 ? 0 : -1);
    }
    int[] next = new int[SECTOR / 4];
    Arrays.fill(next, -1);
    next[0] = -3;
    chain(next, 1, 4);
    chain(next, 5, WORD_SECTORS);
    for (int i = 0; i < next.length; i++) {
      file.putInt(SECTOR + 4 * i, next[i]);
    }
    entry(file, 0, new Named("Root Entry", 5, 1), -2, 0);
    entry(file, 1, new Named(textName, 2, -1), 5, WORD_SECTORS * SECTOR);
    for (int i = 0; i < others.size(); i++) {
      entry(file, 2 + i, others.get(i), -2, 0);
    }
    file.put(6 * SECTOR, text);
    return bytes;
  }

  private static void chain(int[] next, int from, int many) {
    for (int i = from; i < from + many; i++) {
      next[i] = i + 1 < from + many ? i + 1 : -2;
    }
  }

  private static void entry(ByteBuffer file, int number, Named named, int start, int size) {
    int at = 2 * SECTOR + 128 * number;
    byte[] name = named.name().getBytes(StandardCharsets.UTF_16LE);
    file.put(at, name).putShort(at + 64, (short) (name.length + 2));
    file.put(at + 66, (byte) named.type()).putInt(at + 76, named.child());
    file.putInt(at + 116, start).putInt(at + 120, size);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
