/** The HTTP front: API Gateway's rules, and the static files. */
@NullMarked
package se.insyn.local.gateway;

import org.jspecify.annotations.NullMarked;
