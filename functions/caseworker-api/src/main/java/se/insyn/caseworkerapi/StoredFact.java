package se.insyn.caseworkerapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.events.CaseEvent;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.News;
import se.insyn.domain.events.Onlooker;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Verdict;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FileProgress;
import se.insyn.dynamodb.MessageStub;
import se.insyn.dynamodb.Reader;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The case and the fact as they stand in the table before the push. */
record StoredFact(
    @Nullable Map<String, AttributeValue> caseItem, @Nullable Map<String, AttributeValue> event) {

  /** Both in one batch; without an id only the case. */
  static StoredFact read(
      DynamoDbClient client, Tables tables, CaseId caseId, @Nullable EventId id) {
    var keys = new ArrayList<Map<String, AttributeValue>>();
    keys.add(CaseItems.key(caseId));
    if (id != null) {
      keys.add(EventItems.key(caseId, id));
    }
    Map<String, AttributeValue> caseItem = null;
    Map<String, AttributeValue> event = null;
    for (var item : Batch.get(client, tables.cases(), keys, null)) {
      if (Values.text(item, "item").startsWith(EventItems.PREFIX)) {
        event = item;
      } else {
        caseItem = item;
      }
    }
    return new StoredFact(caseItem, event);
  }

  /**
   * What a push about a case says, read and checked.
   *
   * @throws se.insyn.http.Problem 404 when something is wrong with it and this source never pushed
   *     that case: what is wrong is told only about cases that it has
   * @throws InvalidMembers for what is wrong with the members of a known case
   */
  static <T> T ofKnownCase(
      DynamoDbClient client, Tables tables, Push push, Function<Members, T> reader) {
    try {
      return reader.apply(push.data());
    } catch (InvalidMembers wrong) {
      CaseId caseId = push.caseId();
      if (caseId != null) {
        read(client, tables, caseId, null).theCase();
      }
      throw wrong;
    }
  }

  /** The case, be it only the tombstone of one. */
  @Nullable StoredCase caseIfAny() {
    return StoredCase.read(caseItem);
  }

  /**
   * The case.
   *
   * @throws se.insyn.http.Problem 404 when this source never pushed it, or erased it since
   */
  StoredCase theCase() {
    StoredCase stored = caseIfAny();
    if (stored == null || stored.isErased()) {
      throw Problems.unknownCase();
    }
    return stored;
  }

  void refuseOtherKind(String kind) {
    String known = kind();
    if (known != null && !known.equals(kind)) {
      throw new InvalidMembers("/data/id", "is the id of a fact of another kind");
    }
  }

  /** What kind of fact has this id; null when nobody ever said. */
  @Nullable String kind() {
    return event == null ? null : Values.optionalText(event, "kind");
  }

  /** The message that has this id; null when it is none, or erased. */
  @Nullable MessageStub message() {
    return event != null && MessageStub.isOne(event) && !isErased()
        ? MessageStub.read(event)
        : null;
  }

  /** How far the file of this push has come; the same for a push that changes nothing. */
  @Nullable FileProgress file(CaseEvent pushed) {
    StoredFile file = pushed.file();
    return file == null ? null : FileProgress.announced(file, isErased() ? null : event);
  }

  /** Whether its content is gone, or its case's. */
  boolean isErased() {
    return event != null
        && EventItems.isErased(event, caseItem == null ? null : CaseItems.erasedAt(caseItem));
  }

  /** By the versions of the fact alone. */
  Verdict verdict(long version, String hash) {
    return event == null
        ? Verdict.APPLIED
        : Verdict.of(version, hash, Values.number(event, "version"), Values.text(event, "hash"));
  }

  /** The same for a push of the fact: one whose content is gone is late, never a duplicate. */
  Verdict verdictOfPush(long version, String hash) {
    Verdict verdict = verdict(version, hash);
    return verdict == Verdict.DUPLICATE && isErased() ? Verdict.STALE : verdict;
  }

  /**
   * Since when this person has seen the fact, under any number they had; who never did does from
   * {@code otherwise} on.
   */
  long since(Person person, long otherwise) {
    Map<String, Long> before =
        event == null || isErased() ? Map.of() : Values.numbers(event, "audience");
    return Stream.concat(Stream.ofNullable(person.citizen()), person.formerly().stream())
        .map(citizen -> before.getOrDefault(citizen.key(), EventItems.NOT_YET))
        .filter(since -> since != EventItems.NOT_YET)
        .min(Long::compare)
        .orElse(otherwise);
  }

  /** Whether this version says something to the reader that they have not seen there before. */
  boolean isNewsTo(Person person, Reader reader, CaseEvent now) {
    if (event == null
        || isErased()
        || !EventItems.isOpen(event)
        || since(person, EventItems.NOT_YET) == EventItems.NOT_YET) {
      return true;
    }
    try {
      Map<Citizen, Reader.Then> before = Reader.of(event);
      Reader.Then then =
          Stream.concat(Stream.of(reader.citizen()), person.formerly().stream())
              .flatMap(citizen -> Stream.ofNullable(before.get(citizen)))
              .findFirst()
              .orElseThrow();
      return News.isChanged(
          EventItems.event(event),
          new Onlooker(then.personId(), List.of(), then.isCoApplicant()),
          now,
          new Onlooker(reader.personId(), List.of(), reader.isCoApplicant()));
    } catch (RuntimeException e) {
      // What was stored by other rules than today's cannot be compared, and must not be in the way.
      return true;
    }
  }

  /** The write of the new version, on condition that nothing was written since the reading. */
  TransactWriteItem put(Tables tables, Map<String, AttributeValue> item) {
    var put = Put.builder().tableName(tables.cases()).item(item);
    if (event == null) {
      put.conditionExpression("attribute_not_exists(caseId)");
    } else {
      var names = new LinkedHashMap<>(Map.of("#version", "version"));
      var values =
          new LinkedHashMap<>(Map.of(":version", Values.number(Values.number(event, "version"))));
      String file = Values.optionalText(event, "fileState");
      names.put("#file", "fileState");
      if (file != null) {
        values.put(":file", Values.text(file));
      }
      put.conditionExpression(
              "#version = :version AND "
                  + (file == null ? "attribute_not_exists(#file)" : "#file = :file"))
          .expressionAttributeNames(names)
          .expressionAttributeValues(values);
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }
}
