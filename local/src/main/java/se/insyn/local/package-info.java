/** Runs the packaged functions, and stand-ins for what they need, on one machine. */
@NullMarked
package se.insyn.local;

import org.jspecify.annotations.NullMarked;
