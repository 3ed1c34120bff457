/** The demo's people and the pushes they live by. */
@NullMarked
package se.insyn.local.demo;

import org.jspecify.annotations.NullMarked;
