/** What must hold of notices. */
@NullMarked
package se.insyn.notifications;

import org.jspecify.annotations.NullMarked;
