/** Tests of the tables against DynamoDB Local. */
@NullMarked
package se.insyn.dynamodb;

import org.jspecify.annotations.NullMarked;
