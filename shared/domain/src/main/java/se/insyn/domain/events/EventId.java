package se.insyn.domain.events;

/** What a source calls a fact: 1 to 64 of {@code A-Za-z0-9._-}, unique in its case. */
public record EventId(String value) {}
