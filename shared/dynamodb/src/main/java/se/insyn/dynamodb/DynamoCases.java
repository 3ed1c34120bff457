package se.insyn.dynamodb;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.VisibleCase;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link Cases} on the table {@code cases}. */
@Singleton
public final class DynamoCases implements Cases {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoCases(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  @Override
  public List<Case> all(List<VisibleCase> cases) {
    var found = new HashMap<CaseId, Case>();
    var keys = cases.stream().map(visible -> CaseItems.key(visible.id())).toList();
    for (Map<String, AttributeValue> item : Batch.get(client, tables.cases(), keys, null)) {
      try {
        Case read = CaseItems.read(item);
        found.put(read.id(), read);
      } catch (RuntimeException e) {
        Damaged.item("cases", e);
      }
    }
    return cases.stream().map(visible -> found.get(visible.id())).filter(Objects::nonNull).toList();
  }
}
