/** What only a store with versions, and CloudFormation, can show. */
@NullMarked
package se.insyn.cloud;

import org.jspecify.annotations.NullMarked;
