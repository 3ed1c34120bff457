package se.insyn.domain.json;

/**
 * One thing that is wrong with a document: the JSON pointer (RFC 6901) of the member and a sentence
 * for the developer of the sending system. The sentence never repeats the value.
 */
public record Violation(String pointer, String detail) {}
