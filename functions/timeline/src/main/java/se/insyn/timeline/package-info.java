/** Händelser: what has happened in the citizen's cases, and the applications it belongs to. */
@NullMarked
package se.insyn.timeline;

import org.jspecify.annotations.NullMarked;
