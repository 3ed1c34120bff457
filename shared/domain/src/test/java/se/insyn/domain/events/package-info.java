/** Tests of what happens in a case. */
@NullMarked
package se.insyn.domain.events;

import org.jspecify.annotations.NullMarked;
