package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Conflicts;

class TransactionsTest {

  private static final int CLIENTS = 16;
  private static final int EACH = 6;

  private final Office office = new Office();
  private final Conflicts conflicts = office.context.getBean(Conflicts.class);

  @BeforeEach
  void aCaseIsKnown() {
    office.push(Pushes.ofCase());
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void conflictsOnHalfOfAllWritesChangeNothing() throws Exception {
    conflicts.cancelBefore("TransactionConflict", transaction -> transaction % 2 == 0);

    List<String> results = fromAllClients(EACH);

    assertThat(results).hasSize(CLIENTS * EACH).containsOnly("applied");
    assertThat(office.seenBy(Pushes.APPLICANT)).hasSize(CLIENTS * EACH).doesNotHaveDuplicates();
    assertThat(office.auditRows()).isEqualTo(1 + CLIENTS * EACH);
  }

  @Test
  void anAnswerThatIsLostAfterTheWriteIsADuplicateAndOneEffect() {
    long before = office.auditRows();
    conflicts.loseTheAnswer(transaction -> true);

    assertThat(office.push(Pushes.decision())).isEqualTo("duplicate");

    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
    assertThat(office.auditRows()).isEqualTo(before + 1);
  }

  @Test
  void throttlingIsTriedAgain() {
    conflicts.cancelBefore("ThrottlingError", transaction -> transaction < 4);

    assertThat(office.push(Pushes.decision())).isEqualTo("applied");
  }

  @Test
  void whatNeverComesThroughIsUnavailableAndStoresNothing() {
    String before = office.stored();
    int transactions = conflicts.transactions();
    conflicts.cancelBefore("TransactionConflict", transaction -> true);

    assertThat(office.push(Pushes.decision())).isEqualTo("503");

    assertThat(office.stored()).isEqualTo(before);
    assertThat(conflicts.transactions() - transactions).isEqualTo(16);
  }

  @Test
  void aCancellationThatAnotherTryCannotMendIsNotTriedAgain() {
    int transactions = conflicts.transactions();
    conflicts.cancelBefore("ItemCollectionSizeLimitExceeded", transaction -> true);

    assertThat(office.push(Pushes.decision())).isEqualTo("503");

    assertThat(conflicts.transactions() - transactions).isEqualTo(1);
  }

  @Test
  void oneFactFromManyClientsAtOnceIsOneFact() throws Exception {
    long before = office.auditRows();

    List<String> results = inParallel(50, client -> office.push(Pushes.decision()));

    assertThat(results)
        .containsOnly("applied", "duplicate")
        .filteredOn("applied"::equals)
        .hasSize(1);
    assertThat(office.seenBy(Pushes.APPLICANT)).containsExactly("BES-1");
    assertThat(office.auditRows()).isEqualTo(before + 1);
  }

  private List<String> fromAllClients(int each) throws Exception {
    var results = new ArrayList<String>();
    inParallel(
            CLIENTS,
            client -> {
              var own = new StringBuilder();
              for (int i = 0; i < each; i++) {
                own.append(office.push(Pushes.decision().with("id", "BES-" + client + "-" + i)))
                    .append(' ');
              }
              return own.toString();
            })
        .forEach(own -> results.addAll(List.of(own.strip().split(" ", -1))));
    return results;
  }

  private interface Work {
    String of(int client);
  }

  private static List<String> inParallel(int clients, Work work) throws Exception {
    var tasks = new ArrayList<Callable<String>>();
    for (int i = 0; i < clients; i++) {
      int client = i;
      tasks.add(() -> work.of(client));
    }
    var results = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<String> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
    }
    return results;
  }
}
