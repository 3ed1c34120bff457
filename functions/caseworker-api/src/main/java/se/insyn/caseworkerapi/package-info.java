/** The caseworker systems' way in: pushes, and reading back what is stored. */
@NullMarked
package se.insyn.caseworkerapi;

import org.jspecify.annotations.NullMarked;
