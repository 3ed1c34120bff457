/** Stand-ins for the citizens' identity provider and the systems' authorization server. */
@NullMarked
package se.insyn.local.issuers;

import org.jspecify.annotations.NullMarked;
