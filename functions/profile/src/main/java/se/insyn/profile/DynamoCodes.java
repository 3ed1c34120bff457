package se.insyn.profile;

import static se.insyn.dynamodb.Values.number;
import static se.insyn.dynamodb.Values.time;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.Language;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.Tables;
import se.insyn.lambda.RandomText;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Codes in the tables {@code citizens}, to compare with, and {@code notices}, to be sent. */
@Singleton
final class DynamoCodes {

  private static final String USE = "code";

  private final DynamoDbClient client;
  private final Tables tables;
  private final KeyedHashes hashes;

  DynamoCodes(DynamoDbClient client, Tables tables, KeyedHashes hashes) {
    this.client = client;
    this.tables = tables;
    this.hashes = hashes;
  }

  /** A new code for an address, in the place of an earlier one, as part of a transaction. */
  List<TransactWriteItem> send(
      Citizen citizen, Channel channel, String address, Language language, Instant now) {
    String code = ConfirmationCode.make();
    String id = RandomText.make();
    var sent = new DynamoSentCode(id, address, hash(citizen, channel, id, address, code), now);
    return List.of(
        TransactWriteItem.builder()
            .put(put -> put.tableName(tables.citizens()).item(sent.item(citizen, channel)))
            .build(),
        NoticeItems.code(
            tables, citizen, channel, address, code, language, now, ConfirmationCode.until(now)));
  }

  /** The channel has no code any more, as part of a transaction. */
  TransactWriteItem forget(Citizen citizen, Channel channel) {
    return TransactWriteItem.builder()
        .delete(
            delete -> delete.tableName(tables.citizens()).key(DynamoSentCode.key(citizen, channel)))
        .build();
  }

  /**
   * Counts a try before anything is compared, so that many at once are not more than one after the
   * other.
   *
   * @return what to compare with; empty when there is nothing that counts, or it was tried too
   *     often
   */
  Optional<DynamoSentCode> tried(Citizen citizen, Channel channel, Instant now) {
    try {
      return Optional.of(
          DynamoSentCode.read(
              client
                  .updateItem(
                      update ->
                          update
                              .tableName(tables.citizens())
                              .key(DynamoSentCode.key(citizen, channel))
                              .updateExpression("ADD #tries :one")
                              .conditionExpression("#tries < :most AND #until > :now")
                              .expressionAttributeNames(
                                  Map.of(
                                      "#tries",
                                      DynamoSentCode.TRIES,
                                      "#until",
                                      DynamoSentCode.UNTIL))
                              .expressionAttributeValues(
                                  Map.of(
                                      ":one", number(1),
                                      ":most", number(ConfirmationCode.MOST_TRIES),
                                      ":now", time(now)))
                              .returnValues(ReturnValue.ALL_NEW))
                  .attributes()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  boolean isRight(Citizen citizen, Channel channel, DynamoSentCode sent, String code) {
    String hash = hash(citizen, channel, sent.id(), sent.address(), code);
    return MessageDigest.isEqual(bytes(hash), bytes(sent.hash()));
  }

  private String hash(Citizen citizen, Channel channel, String id, String address, String code) {
    return hashes.of(USE, String.join(" ", citizen.key(), channel.code(), id, address, code));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
