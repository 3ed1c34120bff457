/** Beslut, betalningar och normberäkningar: what was decided, what was paid, how it adds up. */
@NullMarked
package se.insyn.decisions;

import org.jspecify.annotations.NullMarked;
