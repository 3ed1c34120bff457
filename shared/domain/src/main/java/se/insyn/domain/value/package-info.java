/** Small values that everything else is made of: money, periods, codes, pages. */
@NullMarked
package se.insyn.domain.value;

import org.jspecify.annotations.NullMarked;
