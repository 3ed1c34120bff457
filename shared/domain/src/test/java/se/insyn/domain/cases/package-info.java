/** Tests of this package. */
@NullMarked
package se.insyn.domain.cases;

import org.jspecify.annotations.NullMarked;
