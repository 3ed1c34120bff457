package se.insyn.filechecks;

import org.jspecify.annotations.Nullable;
import se.insyn.s3.FileKey;

/**
 * Bytes that wait to be checked.
 *
 * @param version of the object, where the store keeps versions
 */
record ArrivedFile(FileKey key, @Nullable String version) {}
