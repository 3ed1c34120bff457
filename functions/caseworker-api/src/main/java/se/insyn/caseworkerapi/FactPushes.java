package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.Role;
import se.insyn.domain.events.CaseEvent;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Verdict;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.EventItems;
import se.insyn.dynamodb.FileState;
import se.insyn.dynamodb.IndexKeys;
import se.insyn.dynamodb.PersonItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Values;
import se.insyn.http.Problem;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Takes in the facts of a case. One batch of reads (the case and the fact as they are), one
 * transaction: the fact, on condition that it is still as it was read, that the case is too, for
 * whom it is open that they got something, and a row of audit.
 */
@Singleton
final class FactPushes {

  /** In the place of a time: named in an audience, but the fact was never open to them. */
  private static final long NOT_YET = 0;

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;

  FactPushes(DynamoDbClient client, Tables tables, Transactions transactions, Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What became of the fact.
   *
   * @throws Problem 404 for a case that this source never pushed
   * @throws InvalidMembers for what is wrong with the members; only after the case was found
   */
  Verdict take(Push push, Kind kind) {
    CaseEvent event;
    try {
      event = kind.read(push.data());
    } catch (InvalidMembers wrong) {
      CaseId caseId = push.caseId();
      if (caseId != null) {
        Stored.of(read(caseId, null)).theCase();
      }
      throw wrong;
    }
    CaseId caseId = CaseId.of(push.source(), event.fact().caseNumber());
    String hash = push.hash();
    return transactions.run(push.dryRun(), () -> decide(push, caseId, event, hash));
  }

  private Decision<Verdict> decide(Push push, CaseId caseId, CaseEvent event, String hash) {
    Stored stored = Stored.of(read(caseId, event.fact().id()));
    Case itsCase = stored.theCase();
    stored.refuseOtherKind(event.kind());
    Verdict verdict = stored.verdict(event, hash);
    if (verdict == Verdict.DUPLICATE || verdict == Verdict.STALE) {
      return Decision.unchanged(verdict);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    FileState file = event.file() == null ? null : FileState.MISSING;
    List<Person> named =
        Audiences.resolve(event.fact().audience(), itsCase.persons(), "/data/audience");
    boolean opens = !IndexKeys.of(event, file == FileState.OK).isEmpty();
    var audience = new LinkedHashMap<String, Long>();
    var coApplicants = new LinkedHashSet<Citizen>();
    for (Person person : named) {
      Citizen citizen = person.citizen();
      if (citizen != null) {
        audience.put(citizen.key(), stored.since(person, opens ? now.toEpochMilli() : NOT_YET));
        if (person.role() == Role.CO_APPLICANT) {
          coApplicants.add(citizen);
        }
      }
    }
    Map<String, AttributeValue> item =
        EventItems.item(
            caseId, event, hash, audience, coApplicants, push.data().known(), now, file);
    if (Values.text(item, "line").getBytes(StandardCharsets.UTF_8).length
        > EventItems.LONGEST_LINE) {
      throw new InvalidMembers("/data", "what a list shows of it must fit into 2 KB");
    }
    if (verdict == Verdict.CONFLICT) {
      return Decision.unchanged(verdict);
    }
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(stored.put(tables, item));
    writes.add(unchangedCase(itsCase));
    if (opens) {
      named.stream()
          .map(Person::citizen)
          .filter(Objects::nonNull)
          .forEach(citizen -> writes.add(PersonItems.lastFact(tables, citizen, caseId, now)));
    }
    writes.add(
        AuditItems.row(
            tables,
            AuditItems.subject(caseId),
            now,
            Map.of(
                "act", "push",
                "by", push.source().value(),
                "what", event.kind().code(),
                "id", event.fact().id().value(),
                "version", Long.toString(event.fact().version()))));
    return new Decision<>(verdict, writes);
  }

  /** A case that changed meanwhile may have other persons: then the audience is resolved anew. */
  private TransactWriteItem unchangedCase(Case itsCase) {
    return TransactWriteItem.builder()
        .conditionCheck(
            ConditionCheck.builder()
                .tableName(tables.cases())
                .key(CaseItems.key(itsCase.id()))
                .conditionExpression("#version = :read")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":read", Values.number(itsCase.version())))
                .build())
        .build();
  }

  private List<Map<String, AttributeValue>> read(CaseId caseId, @Nullable EventId id) {
    var keys = new ArrayList<Map<String, AttributeValue>>();
    keys.add(CaseItems.key(caseId));
    if (id != null) {
      keys.add(EventItems.key(caseId, id));
    }
    return Batch.get(client, tables.cases(), keys, null);
  }

  /** The case and the fact as they stand in the table before the push. */
  private record Stored(
      @Nullable Map<String, AttributeValue> caseItem, @Nullable Map<String, AttributeValue> event) {

    static Stored of(List<Map<String, AttributeValue>> items) {
      Map<String, AttributeValue> caseItem = null;
      Map<String, AttributeValue> event = null;
      for (var item : items) {
        if (Values.text(item, "item").startsWith(EventItems.PREFIX)) {
          event = item;
        } else {
          caseItem = item;
        }
      }
      return new Stored(caseItem, event);
    }

    Case theCase() {
      if (caseItem == null) {
        throw Problems.unknownCase();
      }
      return CaseItems.read(caseItem);
    }

    void refuseOtherKind(Kind kind) {
      if (event != null && !Values.text(event, "kind").equals(kind.code())) {
        throw new InvalidMembers("/data/id", "is the id of a fact of another kind");
      }
    }

    Verdict verdict(CaseEvent pushed, String hash) {
      return event == null
          ? Verdict.APPLIED
          : Verdict.of(
              pushed.fact().version(),
              hash,
              Values.number(event, "version"),
              Values.text(event, "hash"));
    }

    /**
     * Since when this person has seen the fact, under any number they had; who never did does from
     * {@code otherwise} on.
     */
    long since(Person person, long otherwise) {
      Map<String, Long> before = event == null ? Map.of() : Values.numbers(event, "audience");
      return Stream.concat(Stream.ofNullable(person.citizen()), person.formerly().stream())
          .map(citizen -> before.getOrDefault(citizen.key(), NOT_YET))
          .filter(since -> since != NOT_YET)
          .min(Long::compare)
          .orElse(otherwise);
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
}
