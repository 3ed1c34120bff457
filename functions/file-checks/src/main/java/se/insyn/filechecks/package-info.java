/** Looks at every file that arrives, and opens the fact it belongs to when the file is good. */
@NullMarked
package se.insyn.filechecks;

import org.jspecify.annotations.NullMarked;
