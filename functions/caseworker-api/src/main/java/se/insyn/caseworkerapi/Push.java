package se.insyn.caseworkerapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;

/**
 * What one event brings: the {@code data} of a source, to be stored or (dry run) only judged.
 * {@code raw} are the members as they came, {@code data} the same while they are read.
 */
record Push(Source source, Map<String, @Nullable Object> raw, Members data, boolean dryRun) {

  static Push of(Source source, Map<String, @Nullable Object> raw, boolean dryRun) {
    return new Push(source, raw, Members.of(raw, "/data"), dryRun);
  }

  /** Of all that came, unknown members included. */
  String hash() {
    return Json.hash(raw);
  }

  /** The case it names, if it names one at all. */
  @Nullable CaseId caseId() {
    return raw.get("caseNumber") instanceof String number
        ? CaseId.of(source, new CaseNumber(number))
        : null;
  }
}
