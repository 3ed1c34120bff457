package se.insyn.domain.value;

/** A word of the contract that an enum constant stands for, such as {@code partly-granted}. */
public interface Code {
  /** The word as it stands in JSON. */
  String code();
}
