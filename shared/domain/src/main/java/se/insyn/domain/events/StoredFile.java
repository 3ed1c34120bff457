package se.insyn.domain.events;

/** The file that belongs to a document: {@code sha256} in hex, {@code size} in bytes. */
public record StoredFile(String mediaType, long size, String sha256) {}
