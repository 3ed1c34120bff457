/** What the citizen can see of themselves: the log of what was done to what is theirs. */
@NullMarked
package se.insyn.profile;

import org.jspecify.annotations.NullMarked;
