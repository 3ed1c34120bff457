/** What the local run reads out of the stack's template. */
@NullMarked
package se.insyn.local.template;

import org.jspecify.annotations.NullMarked;
