package se.insyn.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Any number of people, some to a case, each with a confirmed e-mail address and something new:
 * copies of one case and of what stands in the tables for it.
 */
final class Crowd {

  static final Instant NOW = Noticeboard.NOW;

  private static final int IN_A_CASE = 8;
  private static final int MOST_WRITES = 25;
  private static final String CASE = "CROWD";
  private static final CaseId FIRST = caseId("");
  private static final Pattern NUMBER = Pattern.compile("x0{10}([0-7])");
  private static final Pattern MAIL = Pattern.compile("p0{5}([0-7])@example.se");

  private final DynamoDbClient client = LocalDynamoDb.start().near();
  private final Municipality municipality = new Municipality();
  private final Tables tables = municipality.tables();

  Tables tables() {
    return tables;
  }

  /** Lets so many people wait, which must be a number of whole cases. */
  void waits(int count) {
    firstCase();
    List<Map.Entry<String, Map<String, AttributeValue>>> stored =
        Stream.of(tables.people(), tables.cases(), tables.citizens(), tables.notices())
            .flatMap(
                table -> municipality.items(table).stream().map(item -> Map.entry(table, item)))
            .toList();
    var writes = new ArrayList<Map.Entry<String, WriteRequest>>();
    for (int from = IN_A_CASE; from < count; from += IN_A_CASE) {
      for (var each : stored) {
        writes.add(Map.entry(each.getKey(), put(copy(each.getValue(), from))));
        if (writes.size() == MOST_WRITES) {
          write(writes);
        }
      }
    }
    write(writes);
  }

  /** The person who has this address. */
  static int person(String address) {
    return Integer.parseInt(address.substring(1, address.indexOf('@')));
  }

  private void write(List<Map.Entry<String, WriteRequest>> writes) {
    if (!writes.isEmpty()) {
      var byTable =
          writes.stream()
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getKey,
                      Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
      client.batchWriteItem(write -> write.requestItems(byTable));
      writes.clear();
    }
  }

  private void firstCase() {
    List<Map<String, Object>> persons =
        IntStream.range(0, IN_A_CASE).mapToObj(Crowd::person).toList();
    CaseId caseId =
        municipality.takeCase(Pushes.ofCase().with("caseNumber", CASE).with("persons", persons));
    municipality.take(
        caseId,
        Pushes.decision()
            .with("caseNumber", CASE)
            .with("audience", persons.stream().map(person -> person.get("id")).toList()),
        NOW,
        NOW);
    for (int i = 0; i < IN_A_CASE; i++) {
      Citizen citizen = Municipality.citizen(number(i));
      var profile =
          new Profile(Language.SWEDISH, Map.of())
              .with(Channel.EMAIL, new Contact(mail(i), ChannelState.CONFIRMED, true));
      client.transactWriteItems(
          write ->
              write.transactItems(
                  NoticeItems.pending(tables, citizen, caseId, NOW, Duration.ZERO),
                  ProfileItems.put(tables, citizen, profile, Map.of())));
    }
  }

  /** The same of other people, in another case. */
  private static Map<String, AttributeValue> copy(Map<String, AttributeValue> item, int from) {
    var copy = new LinkedHashMap<String, AttributeValue>();
    item.forEach((name, value) -> copy.put(renamed(name, from), copy(value, from)));
    AttributeValue citizen = copy.get("citizen");
    if (citizen != null && copy.containsKey(NoticeItems.SHARD)) {
      copy.put(NoticeItems.SHARD, AttributeValue.fromS(NoticeItems.shard(citizen.s())));
    }
    return copy;
  }

  private static AttributeValue copy(AttributeValue value, int from) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(renamed(value.s(), from));
      case SS ->
          AttributeValue.fromSs(value.ss().stream().map(text -> renamed(text, from)).toList());
      case M -> AttributeValue.fromM(copy(value.m(), from));
      case L -> AttributeValue.fromL(value.l().stream().map(each -> copy(each, from)).toList());
      default -> value;
    };
  }

  private static String renamed(String text, int from) {
    String here = text.replace(FIRST.value(), caseId(String.valueOf(from)).value());
    here = NUMBER.matcher(here).replaceAll(found -> number(from + place(found)));
    return MAIL.matcher(here).replaceAll(found -> mail(from + place(found)));
  }

  private static int place(MatchResult found) {
    return Integer.parseInt(found.group(1));
  }

  private static CaseId caseId(String which) {
    return CaseId.of(Municipality.LIFECARE, new CaseNumber(CASE + which));
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  private static Map<String, Object> person(int person) {
    return Map.of(
        "id",
        "P" + person,
        "personalNumber",
        number(person),
        "name",
        "N",
        "role",
        person == 0 ? "applicant" : "guardian",
        "protection",
        "none");
  }

  private static String mail(int person) {
    return "p%06d@example.se".formatted(person);
  }

  /** Nobody's number: twelve characters, of which only a key is ever made. */
  private static String number(int person) {
    return "x%011d".formatted(person);
  }
}
