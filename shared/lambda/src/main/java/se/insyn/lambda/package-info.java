/** What every function on Lambda has, be it called over HTTP or by an event: clock, chance, log. */
@NullMarked
package se.insyn.lambda;

import org.jspecify.annotations.NullMarked;
