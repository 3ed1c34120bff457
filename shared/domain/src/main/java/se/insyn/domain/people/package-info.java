/** Who a person is to us, and what is known of their protection. */
@NullMarked
package se.insyn.domain.people;

import org.jspecify.annotations.NullMarked;
