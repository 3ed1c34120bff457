package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.messages.SentAnswer;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The items {@code ANSWERED#<caseId>#<request>} of the table {@code messages}, that and when an
 * information request was last answered, and {@code ANSWER#<caseId>#<request>#<id>}, each answer.
 * Both have the case and when they were taken in, by which they are hidden and removed with it.
 */
public final class AnswerItems {

  static final String AT = "takenIn";
  private static final String ANSWER = "ANSWER#";
  private static final String REVISION = "revision";

  private AnswerItems() {}

  /** Where it stands that a request was answered. */
  public static Map<String, AttributeValue> key(Citizen citizen, CaseId caseId, EventId request) {
    return named(citizen, "ANSWERED#" + caseId.value() + "#" + request.value());
  }

  /** Where one answer stands. */
  public static Map<String, AttributeValue> key(
      Citizen citizen, CaseId caseId, EventId request, EventId answer) {
    return named(citizen, ANSWER + caseId.value() + "#" + request.value() + "#" + answer.value());
  }

  private static Map<String, AttributeValue> named(Citizen citizen, String item) {
    return Map.of("citizen", text(citizen.key()), "item", text(item));
  }

  /** Where it stands that the request was answered to which this is an answer. */
  public static Map<String, AttributeValue> answeredKey(Map<String, AttributeValue> answer) {
    String[] words = text(answer, "item").split("#", -1);
    return key(new Citizen(text(answer, "citizen")), new CaseId(words[1]), new EventId(words[2]));
  }

  /** Whether an item is an answer. */
  public static boolean isOne(Map<String, AttributeValue> item) {
    return text(item, "item").startsWith(ANSWER);
  }

  /** All that a citizen has sent in. */
  static QueryRequest all(Tables tables, Citizen citizen) {
    return QueryRequest.builder()
        .tableName(tables.messages())
        .consistentRead(true)
        .keyConditionExpression("citizen = :citizen AND begins_with(#item, :answer)")
        .expressionAttributeNames(Map.of("#item", "item"))
        .expressionAttributeValues(Map.of(":citizen", text(citizen.key()), ":answer", text(ANSWER)))
        .build();
  }

  /** An answer in an item. */
  static SentAnswer read(Map<String, AttributeValue> item) {
    String[] words = text(item, "item").split("#", -1);
    return new SentAnswer(
        new CaseId(text(item, "caseId")),
        new EventId(words[2]),
        new EventId(words[3]),
        Values.time(item, AT),
        Values.optionalText(item, "text"),
        MessageItems.attachments(
            Objects.requireNonNullElse(Values.optionalText(item, Attachments.ATTACHMENTS), "[]")));
  }

  /**
   * What is written where it stands that a request was answered, before it is.
   *
   * @param read what stands there, empty = nothing
   */
  public static Map<String, AttributeValue> answered(
      Map<String, AttributeValue> key,
      Map<String, AttributeValue> read,
      CaseId caseId,
      Instant at) {
    var item = new LinkedHashMap<>(read);
    item.putAll(key);
    item.put("caseId", text(caseId.value()));
    item.put(AT, Values.time(at));
    return item;
  }

  /** As a write, on condition that nobody has written since it was read. */
  public static TransactWriteItem put(
      Tables tables, Map<String, AttributeValue> changed, Map<String, AttributeValue> read) {
    long revision = read.isEmpty() ? 0 : Values.number(read, REVISION);
    var item = new LinkedHashMap<>(changed);
    item.put(REVISION, Values.number(revision + 1));
    return TransactWriteItem.builder()
        .put(
            put -> {
              put.tableName(tables.messages()).item(item);
              if (read.isEmpty()) {
                put.conditionExpression("attribute_not_exists(citizen)");
              } else {
                put.conditionExpression("revision = :read")
                    .expressionAttributeValues(Map.of(":read", Values.number(revision)));
              }
            })
        .build();
  }
}
