/** A store for files that runs in the process of a test. */
@NullMarked
package se.insyn.s3.testing;

import org.jspecify.annotations.NullMarked;
