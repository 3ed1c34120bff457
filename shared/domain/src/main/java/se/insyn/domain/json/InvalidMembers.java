package se.insyn.domain.json;

import java.util.List;

/** Well-formed JSON whose members are not what the contract says; becomes 422. */
public final class InvalidMembers extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidMembers(List<Violation> violations) {
    super("members that are not as agreed", null, false, false);
    this.violations = List.copyOf(violations);
  }

  public InvalidMembers(String pointer, String detail) {
    this(List.of(new Violation(pointer, detail)));
  }

  public List<Violation> violations() {
    return violations;
  }
}
