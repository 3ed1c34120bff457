/** Tests of this package. */
@NullMarked
package se.insyn.domain.value;

import org.jspecify.annotations.NullMarked;
