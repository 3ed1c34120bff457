/** The floor: what any function on this runtime costs that asks a table once. */
@NullMarked
package se.insyn.floor;

import org.jspecify.annotations.NullMarked;
