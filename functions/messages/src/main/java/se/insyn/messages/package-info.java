/** Meddelanden: what citizens and caseworkers write to each other. */
@NullMarked
package se.insyn.messages;

import org.jspecify.annotations.NullMarked;
