package se.insyn.domain.people;

/**
 * A person as we store them: the keyed hash of their personal number (HMAC-SHA-256 under a key that
 * cannot be exported). Says nothing to whoever reads a table.
 */
public record Citizen(String key) {}
