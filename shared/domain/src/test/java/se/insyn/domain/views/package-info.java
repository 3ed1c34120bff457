/** What a viewer is shown of a thing. */
@NullMarked
package se.insyn.domain.views;

import org.jspecify.annotations.NullMarked;
