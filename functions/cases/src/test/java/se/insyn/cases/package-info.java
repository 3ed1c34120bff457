/** Tests through the real handler against real tables. */
@NullMarked
package se.insyn.cases;

import org.jspecify.annotations.NullMarked;
