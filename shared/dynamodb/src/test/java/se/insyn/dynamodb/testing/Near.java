package se.insyn.dynamodb.testing;

import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/**
 * The same tables without the way there: for tests of so many items that the SDK, HTTP and JSON
 * would be most of what they take. No interceptor sees its calls.
 */
record Near(LocalDynamoDBRequestHandler tables) implements DynamoDbClient {

  private static final String KEY = "test";
  private static final String REGION = "eu-north-1";

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return asked(() -> tables.getItem(KEY, REGION, request));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return asked(() -> tables.batchGetItem(KEY, REGION, request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return asked(() -> tables.query(KEY, REGION, request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return asked(() -> tables.updateItem(KEY, REGION, request));
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return asked(() -> tables.batchWriteItem(KEY, REGION, request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return asked(() -> tables.transactWriteItems(KEY, REGION, request));
  }

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (DynamoDBLocalServiceException e) {
      if ("TransactionCanceledException".equals(e.getErrorCode())) {
        throw TransactionCanceledException.builder()
            .message(e.getMessage())
            .cancellationReasons(e.getCancellationReasons())
            .cause(e)
            .build();
      }
      throw e;
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // It is the tables' own.
  }
}
