/** What happens in a case: one record per kind, each with its own rules. */
@NullMarked
package se.insyn.domain.events;

import org.jspecify.annotations.NullMarked;
