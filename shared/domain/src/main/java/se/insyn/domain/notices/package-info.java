/** Aviseringar: how somebody is told that there is something new, and where. */
@NullMarked
package se.insyn.domain.notices;

import org.jspecify.annotations.NullMarked;
