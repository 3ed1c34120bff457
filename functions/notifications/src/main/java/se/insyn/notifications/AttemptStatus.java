package se.insyn.notifications;

import java.util.Arrays;
import java.util.List;
import se.insyn.domain.value.Code;

/**
 * How far an attempt to reach somebody has come, in the words of GOV.UK Notify. It only ever moves
 * to a later one of these, so that whatever is heard of it twice, late or out of order ends the
 * same.
 */
enum AttemptStatus implements Code {
  /** Written down; whether the provider was called is not known. */
  CREATED("created"),
  /** The provider has taken it; how it ends is heard later. */
  SENDING("sending"),
  /** The provider has taken it, and nothing more is heard of it. */
  SENT("sent"),
  /** Not now: the provider had no room, or the other side did not answer. */
  TEMPORARY_FAILURE("temporary-failure"),
  /** Nobody knows what became of it, or it is our fault. */
  TECHNICAL_FAILURE("technical-failure"),
  DELIVERED("delivered"),
  /** There is nobody there, or they do not want it. */
  PERMANENT_FAILURE("permanent-failure");

  private final String code;

  AttemptStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** The statuses that may become this one. */
  List<AttemptStatus> earlier() {
    return Arrays.stream(values()).filter(each -> each.compareTo(this) < 0).toList();
  }
}
