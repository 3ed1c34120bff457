package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Versions 1 to 6 of one fact, two of them delivered twice, in every order: 10,080 sequences when
 * the two are the first and the last. What a push does depends on nothing but what is stored, so
 * each pair of stored bytes and push is tried once on the table, and every sequence is followed
 * through what was seen; some are delivered for real from end to end ({@code -Dfull=true}: all of
 * them).
 */
class PushOrderTest {

  private static final int VERSIONS = 6;
  private static final Office OFFICE = new Office();

  private final Map<String, Map<Integer, String>> seen = new HashMap<>();
  private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  /** Visible, hidden, visible, retracted, with another audience, visible again. */
  private static Push version(int version) {
    Push push = Pushes.decision().with("version", version).with("decision", "Version " + version);
    return switch (version) {
      case 2 -> push.with("visible", false);
      case 4 -> push.with("retracted", true);
      case 5 -> push.with("audience", List.of());
      default -> push;
    };
  }

  private static List<List<Integer>> sequences() {
    var all = new HashSet<List<Integer>>();
    extend(new ArrayList<>(), new ArrayList<>(List.of(1, 1, 2, 3, 4, 5, 6, 6)), all);
    return List.copyOf(all);
  }

  private static void extend(List<Integer> begun, List<Integer> rest, Set<List<Integer>> all) {
    if (rest.isEmpty()) {
      all.add(List.copyOf(begun));
    }
    for (Integer next : new HashSet<>(rest)) {
      begun.addLast(next);
      rest.remove(next);
      extend(begun, rest, all);
      rest.add(next);
      begun.removeLast();
    }
  }

  @Test
  void everyOrderOfSixVersionsWithTwoDuplicatesEndsInTheSameBytes() {
    OFFICE.push(Pushes.ofCase());
    List<List<Integer>> sequences = sequences();
    assertThat(sequences).hasSize(10_080);

    var ends = new HashSet<String>();
    for (List<Integer> sequence : sequences) {
      String state = "";
      for (int version : sequence) {
        state = after(state, version);
      }
      ends.add(state);
    }

    assertThat(ends).hasSize(1);
    // None, and each version; hidden and retracted ones also without anybody having seen it before.
    assertThat(seen.keySet()).as("states that occur").hasSize(1 + VERSIONS + 2);
    assertThat(ends.iterator().next()).contains("Version 6");
  }

  @Test
  void sequencesDeliveredForRealEndInTheSameBytes() {
    OFFICE.push(Pushes.ofCase());
    var sequences = new ArrayList<>(sequences());
    Collections.shuffle(sequences, new Random(20261120));
    int tried = Boolean.getBoolean("full") ? sequences.size() : 150;

    var ends = new HashSet<String>();
    for (List<Integer> sequence : sequences.subList(0, tried)) {
      put("");
      for (int version : sequence) {
        assertThat(OFFICE.push(version(version))).isIn("applied", "duplicate", "stale");
      }
      ends.add(fact());
    }

    assertThat(ends).hasSize(1);
  }

  private String after(String state, int version) {
    return seen.computeIfAbsent(state, first -> new HashMap<>())
        .computeIfAbsent(
            version,
            pushed -> {
              put(state);
              OFFICE.push(version(pushed));
              return fact();
            });
  }

  /** Brings the fact to a state that was seen before; "" is not there. */
  private void put(String state) {
    var key = Map.of("caseId", caseId(), "item", AttributeValue.fromS("EVENT#BES-1"));
    if (state.isEmpty()) {
      OFFICE.client.deleteItem(delete -> delete.tableName(OFFICE.tables.cases()).key(key));
    } else {
      OFFICE.client.putItem(put -> put.tableName(OFFICE.tables.cases()).item(items.get(state)));
    }
  }

  private String fact() {
    var item =
        OFFICE
            .client
            .getItem(
                get ->
                    get.tableName(OFFICE.tables.cases())
                        .key(
                            Map.of("caseId", caseId(), "item", AttributeValue.fromS("EVENT#BES-1")))
                        .consistentRead(true))
            .item();
    String bytes = new TreeMap<>(item).toString();
    items.put(bytes, item);
    return bytes;
  }

  private static AttributeValue caseId() {
    return AttributeValue.fromS(
        CaseId.of(new Source(Office.LIFECARE), new CaseNumber(Pushes.CASE_NUMBER)).value());
  }
}
