/** Cases, the persons in them, and the one way to see them. */
@NullMarked
package se.insyn.domain.cases;

import org.jspecify.annotations.NullMarked;
