package se.insyn.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;

/** What is stored under a hash is found again only if it stays the same for good. */
class Sha256Test {

  @Test
  void itIsTheHashOfTheStandard() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.of(new byte[0])).hasSize(32).startsWith(0xe3, 0xb0, 0xc4, 0x42);
  }

  @Test
  void aCaseKeepsItsKey() {
    assertThat(CaseId.of(new Source("/lifecare"), new CaseNumber("IFO-2026-00123")))
        .isEqualTo(new CaseId("3e65d95e6608f6e4f5cdd56cf70ddb28"));
  }

  @Test
  void aDocumentKeepsItsHash() {
    assertThat(Json.hash(Map.of("b", "å", "a", 1L)))
        .isEqualTo("e0fe035b0f8976e5eea7efbfe1857706ce92bb0eded68f9d3a311abea21d4c30");
  }
}
