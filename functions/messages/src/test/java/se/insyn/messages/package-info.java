// ** Tests of the function for messages. */
@NullMarked
package se.insyn.messages;

import org.jspecify.annotations.NullMarked;
