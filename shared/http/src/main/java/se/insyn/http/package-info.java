/** The way in for every function that answers HTTP: calls, sessions, viewers, problems. */
@NullMarked
package se.insyn.http;

import org.jspecify.annotations.NullMarked;
