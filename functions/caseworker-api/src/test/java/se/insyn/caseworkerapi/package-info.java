/** The caseworker systems' way in, on DynamoDB Local. */
@NullMarked
package se.insyn.caseworkerapi;

import org.jspecify.annotations.NullMarked;
