/** Tests through the real handler against real tables. */
@NullMarked
package se.insyn.timeline;

import org.jspecify.annotations.NullMarked;
