package se.insyn.domain.json;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found wrong in a document so far. What could not be read is told apart from what was
 * read and breaks a rule: no rule can be judged on the former.
 */
final class Findings {

  private final List<Violation> violations = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  void add(String pointer, String detail) {
    violations.add(new Violation(pointer, detail));
  }

  void unreadable(String pointer, String detail) {
    add(pointer, detail);
    unreadable.add(pointer);
  }

  /** Whether nothing at this pointer or below it was unreadable. */
  boolean isReadable(String pointer) {
    return unreadable.stream().noneMatch(at -> at.equals(pointer) || at.startsWith(pointer + "/"));
  }

  void refuseIfAny() {
    if (!violations.isEmpty()) {
      throw new InvalidMembers(violations);
    }
  }
}
