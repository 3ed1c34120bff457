/**
 * The packaged functions, each in class loaders of its own under the real runtime interface client.
 */
@NullMarked
package se.insyn.local.functions;

import org.jspecify.annotations.NullMarked;
