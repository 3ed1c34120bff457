package se.insyn.notifications;

import java.text.Normalizer;

/** The alphabet of SMS (3GPP TS 23.038): what is written in it fits 160 times into one part. */
final class Gsm7 {

  private static final int ONE_PART = 160;

  private static final String LETTERS =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each of these takes the room of two. */
  private static final String EXTENDED = "^{}\\[~]|€";

  private Gsm7() {}

  static boolean fits(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean isExtended = EXTENDED.indexOf(text.charAt(i)) >= 0;
      if (!isExtended && LETTERS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
      length += isExtended ? 2 : 1;
    }
    return length <= ONE_PART;
  }

  /** The text without the marks of letters that it has not: Dálvadas becomes Dalvadas. */
  static String written(String text) {
    var written = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            letter -> {
              String one = Character.toString(letter);
              written.append(
                  LETTERS.contains(one)
                      ? one
                      : Normalizer.normalize(one, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
            });
    return written.toString().replace('–', '-').replace('\u00a0', ' ');
  }
}
