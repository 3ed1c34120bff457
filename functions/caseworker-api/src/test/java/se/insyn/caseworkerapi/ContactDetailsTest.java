package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.Calls;

/** What a source proposes as a person's phone and e-mail, by its own versions. */
class ContactDetailsTest {

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aProposalIsKeptPerSource() {
    assertThat(office.push(details(1))).isEqualTo("applied");
    assertThat(office.push(details(1))).isEqualTo("duplicate");
    assertThat(office.push(Office.OTHER, details(1).without("phone"))).isEqualTo("applied");

    assertThat(proposed())
        .contains("item=PROPOSED#/lifecare, phone=070-174 06 05")
        .contains("email=elias@example.se", "item=PROPOSED#/other-system, ttl")
        .doesNotContain(Pushes.APPLICANT);
  }

  @Test
  void inEveryOrderTheLastVersionStands() {
    List<Push> versions =
        List.of(
            details(1), details(2).with("phone", "+46 8 12 34 56"), details(3).without("email"));
    Set<String> outcomes = new LinkedHashSet<>();
    for (List<Push> order : Office.orders(versions)) {
      try (Office another = new Office()) {
        order.forEach(another::push);
        order.forEach(another::push);
        outcomes.add(another.stored(another.tables.citizens()));
      }
    }
    assertThat(outcomes).hasSize(1);
    assertThat(office.push(details(2))).isEqualTo("applied");
    assertThat(office.push(details(1))).isEqualTo("stale");
    assertThat(office.push(details(2).without("email"))).isEqualTo("409");
  }

  @Test
  void aNumberThatNobodyKnowsGivesTheSameAnswerAndTheSameCalls() {
    office.push(Pushes.ofCase());
    var known = Calls.during(() -> office.push(details(1)));
    var unknown =
        Calls.during(() -> office.push(details(1).with("personalNumber", "190905271474")));

    assertThat(unknown.result()).isEqualTo(known.result());
    assertThat(unknown.operations()).isEqualTo(known.operations());
  }

  @ParameterizedTest
  @CsvSource({
    "phone,12",
    "phone,ring mig",
    "phone,+46 70 174 06 05 +",
    "email,a",
    "email,a@b",
    "email,a@@b.se",
    "email,a b@c.se"
  })
  void whatIsNeitherANumberNorAnAddressIsRefused(String member, String value) {
    assertThat(office.pointers(details(1).with(member, value))).containsExactly("/data/" + member);
  }

  private String proposed() {
    return office.stored(office.tables.citizens());
  }

  private static Push details(int version) {
    return Pushes.contactDetails().with("version", version);
  }
}
