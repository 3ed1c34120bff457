package se.insyn.domain.cases;

/** Ärendenummer: what a source calls a case; unique within the source, up to 40 characters. */
public record CaseNumber(String value) {}
