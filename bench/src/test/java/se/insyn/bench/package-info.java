/** What of the figures does not depend on the machine. */
@NullMarked
package se.insyn.bench;

import org.jspecify.annotations.NullMarked;
