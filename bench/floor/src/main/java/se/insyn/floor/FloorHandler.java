package se.insyn.floor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One client, one read of an item that is not there, a constant answer: no framework, no JSON. */
public final class FloorHandler implements RequestStreamHandler {

  private static final byte[] ANSWER = "{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8);
  private static final Map<String, AttributeValue> NOBODY =
      Map.of(
          "citizen", AttributeValue.builder().s("nobody").build(),
          "item", AttributeValue.builder().s("HEAD").build());

  private final DynamoDbClient client =
      DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();

  @SuppressWarnings("SystemGetenv") // as plain as can be
  private final String table = System.getenv("PEOPLE_TABLE");

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    event.readAllBytes();
    client.getItem(get -> get.tableName(table).key(NOBODY).consistentRead(true));
    answer.write(ANSWER);
  }
}
