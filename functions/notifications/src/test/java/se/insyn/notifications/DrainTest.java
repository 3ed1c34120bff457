package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
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
import se.insyn.dynamodb.testing.Ticking;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Many notices wait: two calls at once send each of them once, and no faster than is set. */
class DrainTest {

  private static final int WAITING = Boolean.getBoolean("full") ? 200_000 : 5_000;
  private static final int IN_A_CASE = 20;
  private static final int PER_SECOND = 40;
  private static final Instant NOW = Noticeboard.NOW;

  private final DynamoDbClient client = LocalDynamoDb.start().client();
  private final Municipality municipality = new Municipality();
  private final Tables tables = municipality.tables();
  private final Providers providers = Providers.anew();

  @Test
  void eachIsSentOnceByTwoCallsAtOnceAtTheConfiguredRate() {
    List<Citizen> waiting = waiting(WAITING);
    var clocks = List.of(new Ticking(NOW), new Ticking(NOW));
    var contexts =
        clocks.stream().map(clock -> Noticeboard.context(clock, tables, PER_SECOND)).toList();
    var functions = contexts.stream().map(context -> context.getBean(Notifications.class)).toList();
    int rounds = 0;
    try (var both = Executors.newFixedThreadPool(2)) {
      while (providers.asked().size() < waiting.size() && rounds < WAITING) {
        var before = clocks.stream().map(Ticking::instant).toList();
        int sentBefore = providers.asked().size();
        CompletableFuture.allOf(
                functions.stream()
                    .map(function -> CompletableFuture.runAsync(function::run, both))
                    .toArray(CompletableFuture<?>[]::new))
            .join();
        // A call lasts for 50 seconds of its clock, at this many people a second.
        assertThat(providers.asked().size() - sentBefore).isLessThanOrEqualTo(2 * 51 * PER_SECOND);
        for (int i = 0; i < 2; i++) {
          assertThat(Duration.between(before.get(i), clocks.get(i).instant()))
              .isLessThanOrEqualTo(Duration.ofSeconds(51));
          clocks.get(i).passes(Duration.ofSeconds(10));
        }
        rounds++;
      }
    }
    contexts.forEach(context -> context.close());

    Map<String, Long> byAddress =
        providers.sent().stream().collect(Collectors.groupingBy(Sent::to, Collectors.counting()));
    assertThat(byAddress).hasSize(waiting.size());
    assertThat(byAddress.values()).containsOnly(1L);
    assertThat(rounds).isGreaterThan(1);
  }

  /** So many people with a case, a confirmed address and something new. */
  private List<Citizen> waiting(int count) {
    var all = new ArrayList<Citizen>();
    for (int each = 0; each < count; each += IN_A_CASE) {
      int first = each;
      String number = "DRAIN-" + each;
      List<Map<String, Object>> persons =
          IntStream.range(0, IN_A_CASE).mapToObj(i -> person(first + i, i)).toList();
      CaseId caseId =
          municipality.takeCase(
              Pushes.ofCase().with("caseNumber", number).with("persons", persons));
      municipality.take(
          caseId,
          Pushes.decision()
              .with("caseNumber", number)
              .with("audience", persons.stream().map(person -> person.get("id")).toList()),
          NOW,
          NOW);
      var writes = new ArrayList<TransactWriteItem>();
      for (int i = 0; i < IN_A_CASE; i++) {
        Citizen citizen = Municipality.citizen(number(first + i));
        all.add(citizen);
        writes.add(NoticeItems.pending(tables, citizen, caseId, NOW, Duration.ZERO));
        writes.add(ProfileItems.put(tables, citizen, profile(first + i), Map.of()));
      }
      client.transactWriteItems(write -> write.transactItems(writes));
    }
    return all;
  }

  private static Profile profile(int person) {
    return new Profile(Language.SWEDISH, Map.of())
        .with(
            Channel.EMAIL, new Contact("p" + person + "@example.se", ChannelState.CONFIRMED, true));
  }

  private static Map<String, Object> person(int person, int inCase) {
    return Map.of(
        "id",
        "P" + inCase,
        "personalNumber",
        number(person),
        "name",
        "N",
        "role",
        inCase == 0 ? "applicant" : "guardian",
        "protection",
        "none");
  }

  /** Nobody's number: only its hash is ever made of it. */
  private static String number(int person) {
    return "x" + "%011d".formatted(person);
  }
}
