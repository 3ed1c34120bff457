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
import java.util.stream.Stream;
import se.insyn.domain.testing.Push;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Pushes that arrive in every order, some of them twice. What a push does depends on nothing but
 * what is stored, so each pair of stored bytes and push is tried once on the tables, and every
 * order is followed through what was seen; some are delivered for real from end to end.
 */
final class Deliveries {

  private final Office office;
  private final List<Push> pushes;
  private final List<List<Integer>> orders;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Stored> states = new ArrayList<>();
  private final Map<Integer, Map<Integer, Integer>> followed = new HashMap<>();

  /** All of people and cases. */
  private record Stored(
      List<Map<String, AttributeValue>> people, List<Map<String, AttributeValue>> cases) {

    /** The same text for the same bytes. */
    String bytes() {
      return Stream.concat(people.stream(), cases.stream())
          .map(item -> new TreeMap<>(item).toString())
          .sorted()
          .toList()
          .toString();
    }
  }

  /**
   * @param arrivals for each arrival which push it is
   */
  Deliveries(Office office, List<Push> pushes, List<Integer> arrivals) {
    this.office = office;
    this.pushes = pushes;
    var all = new HashSet<List<Integer>>();
    extend(new ArrayList<>(), new ArrayList<>(arrivals), all);
    this.orders = new ArrayList<>(all);
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

  int orders() {
    return orders.size();
  }

  /** The bytes in which the orders end. */
  Set<String> ends() {
    int start = number(stored());
    var ends = new HashSet<Integer>();
    for (List<Integer> order : orders) {
      int state = start;
      for (int push : order) {
        state = after(state, push);
      }
      ends.add(state);
    }
    var bytes = new HashSet<String>();
    ends.forEach(end -> bytes.add(states.get(end).bytes()));
    return bytes;
  }

  /** How many different contents the tables had on all these ways. */
  int statesSeen() {
    return states.size();
  }

  /** The bytes in which this many orders end that are delivered from end to end. */
  Set<String> endsForReal(int many) {
    Stored start = stored();
    Collections.shuffle(orders, new Random(20_261_120));
    var ends = new HashSet<String>();
    for (List<Integer> order : orders.subList(0, many)) {
      put(start);
      for (int push : order) {
        assertThat(office.push(pushes.get(push))).isIn("applied", "duplicate", "stale");
      }
      ends.add(stored().bytes());
    }
    return ends;
  }

  private int after(int state, int push) {
    return followed
        .computeIfAbsent(state, first -> new HashMap<>())
        .computeIfAbsent(
            push,
            next -> {
              put(states.get(state));
              assertThat(office.push(pushes.get(next))).isIn("applied", "duplicate", "stale");
              return number(stored());
            });
  }

  private int number(Stored stored) {
    return numbers.computeIfAbsent(
        stored.bytes(),
        first -> {
          states.add(stored);
          return states.size() - 1;
        });
  }

  private Stored stored() {
    return new Stored(all(office.tables.people()), all(office.tables.cases()));
  }

  private List<Map<String, AttributeValue>> all(String table) {
    return office
        .client
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  private void put(Stored stored) {
    office.empty();
    stored.people().forEach(item -> put(office.tables.people(), item));
    stored.cases().forEach(item -> put(office.tables.cases(), item));
  }

  private void put(String table, Map<String, AttributeValue> item) {
    office.client.putItem(put -> put.tableName(table).item(item));
  }
}
