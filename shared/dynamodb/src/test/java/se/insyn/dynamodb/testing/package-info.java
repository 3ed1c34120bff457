/** DynamoDB Local with the template's tables, for the tests of this module and of the functions. */
@NullMarked
package se.insyn.dynamodb.testing;

import org.jspecify.annotations.NullMarked;
