/** Utdrag: all that a citizen sees here, to take along. */
@NullMarked
package se.insyn.domain.exports;

import org.jspecify.annotations.NullMarked;
