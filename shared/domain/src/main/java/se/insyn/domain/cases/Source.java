package se.insyn.domain.cases;

/**
 * Källa: the caseworker system that a fact comes from, as CloudEvents names it: {@code /lifecare}.
 */
public record Source(String value) {}
