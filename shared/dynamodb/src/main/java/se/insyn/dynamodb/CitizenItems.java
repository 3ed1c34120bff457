package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;
import se.insyn.domain.messages.Draft;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the table {@code citizens} has of one citizen, read consistently. */
@Singleton
public final class CitizenItems {

  private final DynamoDbClient client;
  private final Tables tables;

  CitizenItems(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  public static Map<String, AttributeValue> key(Citizen citizen, String item) {
    return Map.of("citizen", text(citizen.key()), "item", text(item));
  }

  /** The items that begin so, page by page as they are needed. */
  public Stream<Map<String, AttributeValue>> beginningWith(Citizen citizen, String prefix) {
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(tables.citizens())
                    .consistentRead(true)
                    .keyConditionExpression("citizen = :citizen AND begins_with(#item, :prefix)")
                    .expressionAttributeNames(Map.of("#item", "item"))
                    .expressionAttributeValues(
                        Map.of(":citizen", text(citizen.key()), ":prefix", text(prefix))))
        .items()
        .stream();
  }

  /** The drafts that are not over. */
  public Stream<Draft> drafts(Citizen citizen, Instant now) {
    return beginningWith(citizen, DraftItems.PREFIX)
        .map(DraftItems::read)
        .filter(draft -> draft.expires().isAfter(now));
  }

  /** What {@link ProfileItems} reads; empty where there is none. */
  public Map<String, AttributeValue> profile(Citizen citizen) {
    return item(ProfileItems.key(citizen));
  }

  /** What the caseworker systems have of this citizen and still say. */
  public Stream<ProposalItems.Offer> offers(Citizen citizen, Instant now) {
    return beginningWith(citizen, ProposalItems.PREFIX)
        .filter(item -> !ProposalItems.isOver(item, now))
        .map(ProposalItems::offer);
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return client
        .getItem(get -> get.tableName(tables.citizens()).key(key).consistentRead(true))
        .item();
  }

  public Stream<Export> exports(Citizen citizen) {
    return beginningWith(citizen, ExportItems.PREFIX).map(ExportItems::read);
  }

  public Optional<Export> export(Citizen citizen, String id) {
    var item = item(ExportItems.key(citizen, id));
    return item.isEmpty() ? Optional.empty() : Optional.of(ExportItems.read(item));
  }

  /** What a built export holds, all of it; empty when that cannot be said any more. */
  public Optional<List<Held>> held(Citizen citizen, Export export, Export.Content content) {
    List<Held> parts =
        beginningWith(citizen, ExportItems.heldPrefix(export.id(), content.attempt()))
            .map(ExportItems::readHeld)
            .toList();
    return parts.size() == content.parts() ? Optional.of(parts) : Optional.empty();
  }
}
