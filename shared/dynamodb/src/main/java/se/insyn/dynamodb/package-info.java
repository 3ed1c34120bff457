/** The tables, their items, and the ports of the domain on them. */
@NullMarked
package se.insyn.dynamodb;

import org.jspecify.annotations.NullMarked;
