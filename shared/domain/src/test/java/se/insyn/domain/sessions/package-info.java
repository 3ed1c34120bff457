/** Tests of this package. */
@NullMarked
package se.insyn.domain.sessions;

import org.jspecify.annotations.NullMarked;
