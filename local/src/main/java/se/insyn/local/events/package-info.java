/** The events that functions live by: handed on by the template's rules, made by stand-ins. */
@NullMarked
package se.insyn.local.events;

import org.jspecify.annotations.NullMarked;
