/** The bytes of files: where they lie, how they come in, and how a viewer fetches them. */
@NullMarked
package se.insyn.s3;

import org.jspecify.annotations.NullMarked;
