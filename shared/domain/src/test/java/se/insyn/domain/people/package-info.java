/** Tests of this package. */
@NullMarked
package se.insyn.domain.people;

import org.jspecify.annotations.NullMarked;
