package se.insyn.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;

class FileKeyTest {

  private static final String CASE = "0123456789abcdef0123456789abcdef";
  private static final String SHA_256 = "ab".repeat(32);

  @Test
  void whatWaitsAndWhatIsCheckedLieInPlacesOfTheirOwn() {
    FileKey key = key("DOK-1");

    assertThat(key.incoming()).isEqualTo("incoming/" + CASE + "/DOK-1/" + SHA_256);
    assertThat(key.checked()).isEqualTo("cases/" + CASE + "/DOK-1/" + SHA_256);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOK-1", "a", ".", "..", "...", "._-", "..a"})
  void everyIdIsReadBackFromItsKey(String id) {
    assertThat(FileKey.waitingAt(key(id).incoming())).contains(key(id));
    assertThat(FileKey.checkedAt(key(id).checked())).contains(key(id));
    assertThat(FileKey.waitingAt(key(id).checked())).isEmpty();
    assertThat(FileKey.checkedAt(key(id).incoming())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void anIdThatIsAStepBetweenFoldersIsNoStepInAKey(String id) {
    assertThat(key(id).incoming().split("/")).doesNotContain(".", "..");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "incoming/",
        "cases/" + CASE + "/DOK-1/abababababababababababababababababababababababababababababababab",
        "incoming/" + CASE + "/DOK-1/abab",
        "incoming/"
            + CASE
            + "/DOK 1/abababababababababababababababababababababababababababababababab",
        "incoming/" + CASE + "/../abababababababababababababababababababababababababababababababab",
        "incoming/"
            + CASE
            + "/a/b/abababababababababababababababababababababababababababababababab",
        "incoming/"
            + CASE
            + "/%2Ea/abababababababababababababababababababababababababababababababab",
        "x/incoming/" + CASE + "/a/abababababababababababababababababababababababababababababababab"
      })
  void everyOtherKeyIsNoneOfOurs(String key) {
    assertThat(FileKey.waitingAt(key)).isEmpty();
    assertThat(FileKey.checkedAt(key.replace("incoming/", "cases/").replace("/DOK-1/", "//")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOK-1", ".", ".."})
  void theFilesOfAFactLieInItsFoldersAndThoseInThatOfTheCase(String id) {
    var caseId = new CaseId(CASE);
    List<String> ofFact = FileKey.folders(caseId, new EventId(id));
    List<String> ofCase = FileKey.folders(caseId, null);

    assertThat(key(id).incoming()).startsWith(ofFact.getFirst());
    assertThat(key(id).checked()).startsWith(ofFact.getLast());
    assertThat(ofCase).containsExactly("incoming/" + CASE + "/", "cases/" + CASE + "/");
    assertThat(ofFact.getFirst()).startsWith(ofCase.getFirst()).endsWith("/");
    assertThat(ofFact.getLast()).startsWith(ofCase.getLast()).endsWith("/");
  }

  private static FileKey key(String id) {
    return new FileKey(new CaseId(CASE), new EventId(id), SHA_256);
  }
}
