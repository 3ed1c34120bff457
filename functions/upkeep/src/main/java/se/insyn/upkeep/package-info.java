/** What has to be done afterwards: exports are built, and what was erased or kept too long goes. */
@NullMarked
package se.insyn.upkeep;

import org.jspecify.annotations.NullMarked;
