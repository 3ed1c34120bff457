package se.insyn.local.aws;

/**
 * One call of DynamoDB.
 *
 * @param operation such as {@code Query}
 * @param tables the tables' names, sorted, separated by commas
 * @param items how many items a transaction is about; 1 for everything else
 * @param units read or write units as DynamoDB Local counts them; of a transaction with several
 *     items in a table it tells too few
 */
public record DynamoCall(String operation, String tables, int items, double units) {}
