/** What must not break the whole system: attacks, faults and bad input, through its front door. */
@NullMarked
package se.insyn.local.hostile;

import org.jspecify.annotations.NullMarked;
