/** What the packaged functions cost, held against a floor. */
@NullMarked
package se.insyn.bench;

import org.jspecify.annotations.NullMarked;
