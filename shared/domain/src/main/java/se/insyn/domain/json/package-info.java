/** JSON as it crosses the border: strict reading, checked members, one canonical form. */
@NullMarked
package se.insyn.domain.json;

import org.jspecify.annotations.NullMarked;
