/** What upkeep does, on the real tables. */
@NullMarked
package se.insyn.upkeep;

import org.jspecify.annotations.NullMarked;
