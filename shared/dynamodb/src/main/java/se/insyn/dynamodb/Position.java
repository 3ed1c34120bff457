package se.insyn.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import se.insyn.domain.events.UnknownCursor;

/**
 * Where a page ended: a fact's place in its case (date, registration, id) and the case. Facts of
 * several cases are ordered by place, then by case. As a cursor it has always the same length.
 */
record Position(String place, String caseId) implements Comparable<Position> {

  private static final int CURSOR_BYTES = 144;
  private static final Pattern PLACE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}#(?:\\d{4}-\\d{2}-\\d{2}T[0-9:.]{18}Z)?#[A-Za-z0-9._-]{1,64}");
  private static final Pattern CASE = Pattern.compile("[0-9a-f]{32}");

  String cursor() {
    byte[] text = (caseId + place).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(text, CURSOR_BYTES));
  }

  static Position of(String cursor) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw new UnknownCursor();
    }
    String text = new String(bytes, StandardCharsets.US_ASCII).stripTrailing();
    int end = text.indexOf('\0');
    if (bytes.length != CURSOR_BYTES || end < 32) {
      throw new UnknownCursor();
    }
    var position = new Position(text.substring(32, end), text.substring(0, 32));
    if (!PLACE.matcher(position.place).matches() || !CASE.matcher(position.caseId).matches()) {
      throw new UnknownCursor();
    }
    return position;
  }

  @Override
  public int compareTo(Position other) {
    int places = place.compareTo(other.place);
    return places != 0 ? places : caseId.compareTo(other.caseId);
  }
}
