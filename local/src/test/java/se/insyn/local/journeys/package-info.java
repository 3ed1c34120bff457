/** What people and systems do with it, from the push to the page. */
@NullMarked
package se.insyn.local.journeys;

import org.jspecify.annotations.NullMarked;
