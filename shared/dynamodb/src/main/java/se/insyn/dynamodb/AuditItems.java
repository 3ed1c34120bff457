package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Source;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The rows of the table {@code audit}: who did what to whom, written in the transaction of the act
 * itself and never changed. {@code at} is the instant followed by something random, so that no two
 * rows fall on the same key.
 */
public final class AuditItems {

  private static final Pattern KEY =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{18}Z#[0-9a-f-]{36}");

  private AuditItems() {}

  public static String subject(CaseId caseId) {
    return "CASE#" + caseId.value();
  }

  public static String subject(Citizen citizen) {
    return "CITIZEN#" + citizen.key();
  }

  /** What a caseworker system did that no single case is known for. */
  public static String subject(Source source) {
    return "SYSTEM#" + source.value();
  }

  /**
   * One row as part of a transaction.
   *
   * @param act what was done, by whom, to what; never a personal number, a name or a text
   */
  public static TransactWriteItem row(
      Tables tables, String subject, Instant at, Map<String, String> act) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("subject", text(subject));
    item.put("at", text(Values.sortable(at) + "#" + UUID.randomUUID()));
    act.forEach((name, value) -> item.put(name, text(value)));
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(tables.audit()).item(item).build())
        .build();
  }

  /** The rows of a subject, newest first, from behind the row with this key; null = all of them. */
  public static QueryRequest.Builder newestFirst(
      Tables tables, String subject, @Nullable String behind) {
    return QueryRequest.builder()
        .tableName(tables.audit())
        .consistentRead(true)
        .scanIndexForward(false)
        .keyConditionExpression("subject = :subject AND #at < :behind")
        .expressionAttributeNames(Map.of("#at", "at"))
        .expressionAttributeValues(
            Map.of(
                ":subject", text(subject),
                ":behind", text(behind == null ? IndexKeys.END : behind)));
  }

  /** The key of a row among those of its subject. */
  public static String key(Map<String, AttributeValue> item) {
    return text(item, "at");
  }

  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /** When the act was done whose row has this key. */
  public static Instant time(String key) {
    return Instant.parse(key.substring(0, key.indexOf('#')));
  }
}
