/** Logg: what the viewer did here, and what was pushed of theirs. */
@NullMarked
package se.insyn.domain.accesslog;

import org.jspecify.annotations.NullMarked;
