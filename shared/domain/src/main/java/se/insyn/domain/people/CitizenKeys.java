package se.insyn.domain.people;

/** Turns a personal number into the {@link Citizen} that stands for it everywhere. */
public interface CitizenKeys {

  /** The same number gives the same citizen as long as the key lives. */
  Citizen citizen(PersonalIdentityNumber number);
}
