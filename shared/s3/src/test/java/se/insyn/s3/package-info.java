/** Addresses and keys of files, against a store that holds bytes. */
@NullMarked
package se.insyn.s3;

import org.jspecify.annotations.NullMarked;
