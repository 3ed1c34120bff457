package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.optionalText;
import static se.insyn.dynamodb.Values.text;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Source;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The items {@code PROPOSED#<source>} of the table {@code citizens}: the phone number and e-mail
 * address that a caseworker system has of a person. Nothing is ever sent there.
 */
public final class ProposalItems {

  static final String PREFIX = "PROPOSED#";

  private ProposalItems() {}

  /** What one source says; without either it has nothing to propose any more. */
  public record Proposal(
      Citizen citizen,
      Source source,
      long version,
      String hash,
      @Nullable String phone,
      @Nullable String email) {}

  /** What a source has, since when; null where it has nothing. */
  public record Offer(Source source, Instant at, @Nullable String phone, @Nullable String email) {}

  /** Half a year after its source last said so. */
  private static final Duration KEPT = Duration.ofDays(180);

  /** Whether it is kept no longer, be it that it is still there. */
  public static boolean isOver(Map<String, AttributeValue> item, Instant now) {
    return !item.containsKey("ttl") || number(item, "ttl") <= now.getEpochSecond();
  }

  public static boolean isOne(Map<String, AttributeValue> item) {
    return text(item, "item").startsWith(PREFIX);
  }

  public static Offer offer(Map<String, AttributeValue> item) {
    return new Offer(
        new Source(text(item, "item").substring(PREFIX.length())),
        Values.time(item, "updatedAt"),
        optionalText(item, "phone"),
        optionalText(item, "email"));
  }

  public static Map<String, AttributeValue> key(Citizen citizen, Source source) {
    return Map.of("citizen", text(citizen.key()), "item", text(PREFIX + source.value()));
  }

  /** As a write, on condition that it is still as it was read (empty = not there). */
  public static TransactWriteItem put(
      Tables tables, Proposal proposal, Map<String, AttributeValue> read, Instant now) {
    var item = new LinkedHashMap<>(key(proposal.citizen(), proposal.source()));
    item.put("version", number(proposal.version()));
    item.put("hash", text(proposal.hash()));
    item.put("updatedAt", Values.time(now));
    item.put("ttl", number(now.plus(KEPT).getEpochSecond()));
    if (proposal.phone() != null) {
      item.put("phone", text(proposal.phone()));
    }
    if (proposal.email() != null) {
      item.put("email", text(proposal.email()));
    }
    var put = Put.builder().tableName(tables.citizens()).item(item);
    if (read.isEmpty()) {
      put.conditionExpression("attribute_not_exists(citizen)");
    } else {
      put.conditionExpression("#version = :read")
          .expressionAttributeNames(Map.of("#version", "version"))
          .expressionAttributeValues(Map.of(":read", number(number(read, "version"))));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }
}
