/** The time between a login and its end. */
@NullMarked
package se.insyn.domain.sessions;

import org.jspecify.annotations.NullMarked;
