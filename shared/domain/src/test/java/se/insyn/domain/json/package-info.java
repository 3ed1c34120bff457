/** Tests of this package. */
@NullMarked
package se.insyn.domain.json;

import org.jspecify.annotations.NullMarked;
