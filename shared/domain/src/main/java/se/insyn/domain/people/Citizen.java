package se.insyn.domain.people;

/**
 * A person as we store them: the keyed hash of their personal number (HMAC-SHA-256 under a key that
 * cannot be exported), which says nothing to whoever reads a table. Who has no personal number in a
 * case stands there under a key of that case alone, so that their protection counts like anybody's.
 */
public record Citizen(String key) {}
