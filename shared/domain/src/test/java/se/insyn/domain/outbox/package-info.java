/** Tests of this package. */
@NullMarked
package se.insyn.domain.outbox;

import org.jspecify.annotations.NullMarked;
