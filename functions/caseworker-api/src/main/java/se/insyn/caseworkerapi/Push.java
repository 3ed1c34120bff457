package se.insyn.caseworkerapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.http.Problem;

/**
 * What one event brings: the {@code data} of a source, to be stored or (dry run) only judged.
 * {@code raw} are the members as they came, {@code data} the same while they are read.
 */
record Push(Source source, Map<String, @Nullable Object> raw, Members data, boolean dryRun) {

  /** Where the members stand in an event. */
  static final String POINTER = "/data";

  private static final int LARGEST = 256 * 1024;

  static Push of(Source source, Map<String, @Nullable Object> raw, boolean dryRun) {
    return new Push(source, raw, Members.of(raw, POINTER), dryRun);
  }

  /** The same, not yet read. */
  Push again() {
    return of(source, raw, dryRun);
  }

  /**
   * Of all that came, unknown members included; but of what is stored only in part (an account)
   * that part, or the rest could be found by trying. To be called when the members have been read.
   */
  String hash() {
    var hashed = new LinkedHashMap<>(raw);
    hashed.putAll(data.replaced());
    return Json.hash(hashed);
  }

  /**
   * Refuses more than can be stored.
   *
   * @throws Problem 413
   */
  void refuseIfTooLarge() {
    if (Json.size(raw) > LARGEST) {
      throw Problem.tooLarge("data must not be longer than 256 KB.");
    }
  }

  /** The case it names, if it names one at all. */
  @Nullable CaseId caseId() {
    return raw.get("caseNumber") instanceof String number
        ? CaseId.of(source, new CaseNumber(number))
        : null;
  }
}
