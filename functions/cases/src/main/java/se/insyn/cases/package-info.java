/** The start page, the citizen's cases and whom to turn to. */
@NullMarked
package se.insyn.cases;

import org.jspecify.annotations.NullMarked;
