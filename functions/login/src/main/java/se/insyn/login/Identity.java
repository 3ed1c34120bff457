package se.insyn.login;

import se.insyn.domain.people.PersonalIdentityNumber;

/** Who logged in, as the provider vouches for it. */
record Identity(PersonalIdentityNumber number, String name) {

  /** Neither the number nor the name. */
  @Override
  public String toString() {
    return "a person";
  }
}
