package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Push;
import se.insyn.local.Json;

/** 5,000 pushes from 16 clients at once: every fact is there once, in its last version. */
class LoadTest {
  private static final int CLIENTS = 16;
  private static final int CASES = 25;
  private static final int FACTS = 1_000;

  /** Of each fact: two versions, the first twice, the second three times. */
  private static final int[] VERSIONS = {1, 1, 2, 2, 2};

  @Test
  void noneOfFiveThousandPushesIsLostOrDoubled() throws Exception {
    var office = People.startOver();
    for (int i = 0; i < CASES; i++) {
      office.applies(People.caseOf("LOAD-" + i, People.ELIAS));
    }
    int audited = StoredItems.items("AUDIT_TABLE").size();
    var pushes = new LinkedBlockingQueue<>(shuffled());
    assertThat(pushes).hasSize(5_000);

    var applied = new ConcurrentHashMap<String, AtomicInteger>();
    var others = new ConcurrentHashMap<String, AtomicInteger>();
    Callable<Integer> client =
        () -> {
          int pushed = 0;
          for (Push push = pushes.poll(); push != null; push = pushes.poll(), pushed++) {
            var answer = office.push(push);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var result = String.valueOf(Json.object(answer.body()).get("result"));
            var name = push.at("id") + " " + push.at("version");
            count(
                result.equals("applied") ? applied : others,
                result.equals("applied") ? name : result);
          }
          return pushed;
        };
    int pushed = 0;
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (var future : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
        pushed += future.get();
      }
    }

    assertThat(pushed).isEqualTo(5_000);
    assertThat(applied).allSatisfy((name, times) -> assertThat(times.get()).as(name).isEqualTo(1));
    assertThat(applied.keySet()).filteredOn(name -> name.endsWith(" 2")).hasSize(FACTS);
    assertThat(others.keySet()).isSubsetOf("duplicate", "stale");
    assertThat(StoredItems.items("AUDIT_TABLE")).hasSize(audited + applied.size());
    assertThat(readBack(office)).isEqualTo(expected());
    assertThat(StoredItems.items("CASES_TABLE"))
        .filteredOn(item -> Json.text(item).contains("\"EVENT#LAST-"))
        .hasSize(FACTS);
  }

  private static List<Push> shuffled() {
    var pushes = new ArrayList<Push>();
    for (int i = 0; i < FACTS; i++) {
      var first = People.decision("LOAD-" + i % CASES, id(i));
      for (int version : VERSIONS) {
        pushes.add(first.with("version", version).with("decision", "Version " + version));
      }
    }
    Collections.shuffle(pushes, new Random(20_261_120));
    return pushes;
  }

  private static Map<String, Object> expected() {
    var versions = new TreeMap<String, Object>();
    for (int i = 0; i < FACTS; i++) {
      versions.put("LOAD-" + i % CASES + " " + id(i), 2);
    }
    return versions;
  }

  /** Every fact that the system can read back, with its version. */
  private static Map<String, Object> readBack(Office office) {
    var versions = new TreeMap<String, Object>();
    for (int i = 0; i < CASES; i++) {
      for (String more = ""; more != null; ) {
        var page = office.readBack("LOAD-" + i, "&limit=100" + more);
        for (var fact : Answers.list(page, "facts")) {
          assertThat(versions.put("LOAD-" + i + " " + fact.get("id"), fact.get("version")))
              .isNull();
        }
        more = page.get("next") == null ? null : "&cursor=" + page.get("next");
      }
    }
    return versions;
  }

  private static String id(int i) {
    return "LAST-" + i;
  }

  private static void count(Map<String, AtomicInteger> counts, String what) {
    counts.computeIfAbsent(what, fresh -> new AtomicInteger()).incrementAndGet();
  }
}
