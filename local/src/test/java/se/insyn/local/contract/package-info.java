/** The published contract, against what runs. */
@NullMarked
package se.insyn.local.contract;

import org.jspecify.annotations.NullMarked;
