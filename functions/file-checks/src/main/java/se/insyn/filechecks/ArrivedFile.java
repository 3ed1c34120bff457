package se.insyn.filechecks;

import org.jspecify.annotations.Nullable;
import se.insyn.s3.FilePlace;

/**
 * Bytes that wait to be checked.
 *
 * @param version of the object, where the store keeps versions
 */
record ArrivedFile(FilePlace place, @Nullable String version) {}
