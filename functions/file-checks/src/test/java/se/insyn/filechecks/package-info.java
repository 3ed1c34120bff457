/** What arrives, in every order and of every kind, and what opens by it. */
@NullMarked
package se.insyn.filechecks;

import org.jspecify.annotations.NullMarked;
