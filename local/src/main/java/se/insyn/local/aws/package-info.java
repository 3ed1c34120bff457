/** Stand-ins for DynamoDB and KMS. */
@NullMarked
package se.insyn.local.aws;

import org.jspecify.annotations.NullMarked;
