/** Tests through the real handler against real tables. */
@NullMarked
package se.insyn.decisions;

import org.jspecify.annotations.NullMarked;
