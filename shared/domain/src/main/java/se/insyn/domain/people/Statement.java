package se.insyn.domain.people;

import java.util.Set;
import java.util.TreeSet;

/**
 * What one origin says of a person's protection: the highest version it sent, that version's hash
 * and value, and the versions seen that said protected (so that a late one closes once, and a
 * repeated one not again). Of those the highest hundred are kept; a still older one counts as not
 * seen, which closes.
 */
public record Statement(long version, String hash, Protection value, Set<Long> protectedVersions) {

  private static final int REMEMBERED = 100;

  public Statement {
    protectedVersions = Set.copyOf(protectedVersions);
  }

  static Statement first(long version, String hash, Protection value) {
    return new Statement(
        version, hash, value, value == Protection.NONE ? Set.of() : Set.of(version));
  }

  Statement replacedBy(long newer, String newHash, Protection newValue) {
    return new Statement(
        newer,
        newHash,
        newValue,
        newValue == Protection.NONE ? protectedVersions : withSeen(newer));
  }

  Statement stricter(Protection newValue) {
    return new Statement(version, hash, newValue, withSeen(version));
  }

  Statement late(long older) {
    return new Statement(version, hash, value, withSeen(older));
  }

  private Set<Long> withSeen(long seen) {
    var all = new TreeSet<>(protectedVersions);
    all.add(seen);
    if (all.size() > REMEMBERED) {
      all.pollFirst();
    }
    return all;
  }
}
