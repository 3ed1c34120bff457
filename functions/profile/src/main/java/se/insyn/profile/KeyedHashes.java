package se.insyn.profile;

/**
 * Hashes under a key that nobody can take out: who has the tables cannot try all numbers or codes.
 */
interface KeyedHashes {

  /**
   * The hash of a text.
   *
   * @param use what it is for; the same text has another hash for another use
   */
  String of(String use, String text);
}
