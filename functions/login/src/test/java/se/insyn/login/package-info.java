/** Logga in och ut: the citizen comes from the identity provider and gets a session, or not. */
@NullMarked
package se.insyn.login;

import org.jspecify.annotations.NullMarked;
