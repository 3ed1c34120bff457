/** The log: one line of JSON per event, with a fixed set of fields and no personal data. */
@NullMarked
package se.insyn.lambda.log;

import org.jspecify.annotations.NullMarked;
