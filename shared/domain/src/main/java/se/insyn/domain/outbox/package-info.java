/** What citizens did, on its way out to the caseworker systems. */
@NullMarked
package se.insyn.domain.outbox;

import org.jspecify.annotations.NullMarked;
