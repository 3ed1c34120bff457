/** What a viewer is shown of a thing: one shape, whichever function shows it. */
@NullMarked
package se.insyn.domain.views;

import org.jspecify.annotations.NullMarked;
