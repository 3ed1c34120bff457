package se.insyn.local.aws;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/** DynamoDB Local's request handler, which also asks what every call costs and tells it on. */
final class RecordedDynamo extends LocalDynamoDBRequestHandler {
  private static final ReturnConsumedCapacity ALL = ReturnConsumedCapacity.INDEXES;

  private final DynamoCalls calls;
  private final boolean isKept;

  /** Data in the folder, or in memory if there is none. */
  RecordedDynamo(@Nullable String folder, DynamoCalls calls) throws Exception {
    super(0, folder == null, folder, true, false);
    this.calls = calls;
    this.isKept = folder != null;
  }

  @Override
  public GetItemResponse getItem(String id, String region, GetItemRequest request) {
    calls.needs("GetItem", request.tableName());
    calls.beforeCall("GetItem", 1);
    var answer = super.getItem(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    return told("GetItem", 1, answer, List.of(answer.consumedCapacity()));
  }

  @Override
  public BatchGetItemResponse batchGetItem(String id, String region, BatchGetItemRequest request) {
    request.requestItems().keySet().forEach(table -> calls.needs("BatchGetItem", table));
    calls.beforeCall("BatchGetItem", 1);
    var answer = super.batchGetItem(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    return told("BatchGetItem", 1, answer, answer.consumedCapacity());
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(
      String id, String region, BatchWriteItemRequest request) {
    request.requestItems().keySet().forEach(table -> calls.needs("BatchWriteItem", table));
    calls.beforeCall("BatchWriteItem", 1);
    var answer = super.batchWriteItem(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    return told("BatchWriteItem", 1, answer, answer.consumedCapacity());
  }

  @Override
  public QueryResponse query(String id, String region, QueryRequest request) {
    calls.needs("Query", resource(request.tableName(), request.indexName()));
    calls.beforeCall("Query", 1);
    var answer = super.query(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    return told("Query", 1, answer, List.of(answer.consumedCapacity()));
  }

  @Override
  public ScanResponse scan(String id, String region, ScanRequest request) {
    calls.needs("Scan", resource(request.tableName(), request.indexName()));
    calls.beforeCall("Scan", 1);
    var answer = super.scan(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    return told("Scan", 1, answer, List.of(answer.consumedCapacity()));
  }

  @Override
  public PutItemResponse putItem(String id, String region, PutItemRequest request) {
    calls.needs("PutItem", request.tableName());
    calls.beforeCall("PutItem", 1);
    var answer = super.putItem(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    return told("PutItem", 1, answer, List.of(answer.consumedCapacity()));
  }

  @Override
  public UpdateItemResponse updateItem(String id, String region, UpdateItemRequest request) {
    calls.needs("UpdateItem", request.tableName());
    calls.beforeCall("UpdateItem", 1);
    var answer = super.updateItem(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    return told("UpdateItem", 1, answer, List.of(answer.consumedCapacity()));
  }

  @Override
  public DeleteItemResponse deleteItem(String id, String region, DeleteItemRequest request) {
    calls.needs("DeleteItem", request.tableName());
    calls.beforeCall("DeleteItem", 1);
    var answer = super.deleteItem(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    return told("DeleteItem", 1, answer, List.of(answer.consumedCapacity()));
  }

  @Override
  public TransactGetItemsResponse transactGetItems(
      String id, String region, TransactGetItemsRequest request) {
    request.transactItems().forEach(item -> calls.needs("GetItem", item.get().tableName()));
    calls.beforeCall("TransactGetItems", request.transactItems().size());
    var answer =
        super.transactGetItems(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    return told(
        "TransactGetItems", request.transactItems().size(), answer, answer.consumedCapacity());
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(
      String id, String region, TransactWriteItemsRequest request) {
    request.transactItems().forEach(this::needs);
    calls.beforeCall("TransactWriteItems", request.transactItems().size());
    var answer =
        super.transactWriteItems(id, region, request.copy(r -> r.returnConsumedCapacity(ALL)));
    if (isKept) {
      // Its commit is queued, not done: what is asked next is answered behind it. Without this, a
      // process that is killed now would lose what it has answered.
      listTables(id, region, ListTablesRequest.builder().limit(1).build());
    }
    return told(
        "TransactWriteItems", request.transactItems().size(), answer, answer.consumedCapacity());
  }

  /** A policy names what a transaction does to each item, never the transaction. */
  private void needs(TransactWriteItem item) {
    if (item.put() != null) {
      calls.needs("PutItem", item.put().tableName());
    }
    if (item.update() != null) {
      calls.needs("UpdateItem", item.update().tableName());
    }
    if (item.delete() != null) {
      calls.needs("DeleteItem", item.delete().tableName());
    }
    if (item.conditionCheck() != null) {
      calls.needs("ConditionCheckItem", item.conditionCheck().tableName());
    }
  }

  private static String resource(String table, @Nullable String index) {
    return index == null ? table : table + "/index/" + index;
  }

  private <A> A told(String operation, int items, A answer, Collection<ConsumedCapacity> capacity) {
    var tables =
        capacity.stream()
            .map(ConsumedCapacity::tableName)
            .sorted()
            .collect(Collectors.joining(","));
    var units = capacity.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    calls.add(new DynamoCall(operation, tables, items, units));
    return answer;
  }
}
