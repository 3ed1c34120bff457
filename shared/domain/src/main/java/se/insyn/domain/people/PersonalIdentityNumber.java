package se.insyn.domain.people;

/** Personnummer or samordningsnummer in its canonical form of 12 digits. */
public record PersonalIdentityNumber(String digits) {

  /** Never the number: this is what logs and messages would show. */
  @Override
  public String toString() {
    return "************";
  }
}
