/** Meddelanden between citizens and their caseworkers, and what is attached to them. */
@NullMarked
package se.insyn.domain.messages;

import org.jspecify.annotations.NullMarked;
