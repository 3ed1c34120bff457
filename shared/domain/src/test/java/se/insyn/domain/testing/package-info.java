/** Builders with defaults, for the tests of this module and of all others. */
@NullMarked
package se.insyn.domain.testing;

import org.jspecify.annotations.NullMarked;
