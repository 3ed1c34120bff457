/** When an export may still be opened. */
@NullMarked
package se.insyn.domain.exports;

import org.jspecify.annotations.NullMarked;
