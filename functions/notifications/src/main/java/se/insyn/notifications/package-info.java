/** Aviseringar: SMS and e-mails that say that there is something new, and nothing else. */
@NullMarked
package se.insyn.notifications;

import org.jspecify.annotations.NullMarked;
