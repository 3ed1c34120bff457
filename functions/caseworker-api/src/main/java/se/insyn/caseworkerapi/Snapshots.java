package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.insyn.caseworkerapi.Snapshot.Element;
import se.insyn.caseworkerapi.StoredFacts.Standing;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Shown;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.people.Verdict;
import se.insyn.lambda.log.SideBySide;

/**
 * Brings a stored case to what its system has: the case first, then its facts by the rules of a
 * push, then the facts that the system no longer has are closed. Each fact is a transaction of its
 * own, so half way it is old or new; what was done is not done again when the same comes again.
 */
@Singleton
final class Snapshots {

  /** After this no new fact is begun: the API gives up after 30 seconds. */
  static final Duration WORKING_TIME = Duration.ofSeconds(18);

  /**
   * How long a notice waits after the last change of a snapshot: longer than it takes to send the
   * rest of it again, so that all of it is one notice.
   */
  static final Duration UNTIL_TOLD = Duration.ofMinutes(2);

  private final CasePushes cases;
  private final FactPushes facts;
  private final StoredFacts stored;
  private final MissedFacts missed;
  private final Clock clock;

  Snapshots(
      CasePushes cases, FactPushes facts, StoredFacts stored, MissedFacts missed, Clock clock) {
    this.cases = cases;
    this.facts = facts;
    this.stored = stored;
    this.missed = missed;
    this.clock = clock;
  }

  /**
   * The answer: what became of the case, of each fact that was come to, and of those that were
   * closed; and whether all is done and all uploads are told.
   *
   * @throws se.insyn.http.Problem 409 when the case was taken in with other content, or when a
   *     newer snapshot has come
   * @throws InvalidMembers for what is wrong with the case; nothing of the snapshot is taken then
   */
  Outcome take(Snapshot snapshot, String traceId) {
    Instant until = clock.instant().plus(WORKING_TIME);
    var results = new ArrayList<Map<String, Object>>();
    results.add(takeCase(snapshot.theCase()));
    StoredCase itsCase = missed.begin(snapshot);
    Map<EventId, Standing> standing =
        stored.all(snapshot.caseId(), itsCase.erasedAt()).stream()
            .collect(Collectors.toMap(Standing::id, Function.identity()));
    var work = new ArrayList<Work>();
    for (Element fact : snapshot.facts()) {
      EventId id = Objects.requireNonNull(fact.id());
      Kind kind = Objects.requireNonNull(fact.kind());
      @Nullable Standing before = standing.remove(id);
      work.add(new Work(kind.code(), id, () -> takeFact(snapshot, fact, kind, before)));
    }
    boolean isDone = run(work, until, traceId, results);
    if (isDone) {
      List<Work> closings =
          standing.values().stream()
              .filter(fact -> fact.isOpen() && fact.missedAsOf() == null)
              .filter(fact -> itsCase.isCovered(fact.takenIn()))
              .map(fact -> new Work(fact.kind(), fact.id(), () -> missed.close(snapshot, fact)))
              .toList();
      isDone = run(closings, until, traceId, results);
    }
    int changes =
        (int) results.stream().filter(result -> !"duplicate".equals(result.get("result"))).count();
    List<Map<String, Object>> told = AnswerRoom.fit(results);
    return new Outcome(
        new Shown()
            .put("results", told)
            .put("ignored", snapshot.ignored().isEmpty() ? null : snapshot.ignored())
            .put("done", isDone && AnswerRoom.hasUploads(told, results))
            .members(),
        changes);
  }

  /**
   * @param changes how many facts were not as they are in the snapshot
   */
  record Outcome(Map<String, Object> answer, int changes) {}

  /** Of a snapshot that is not taken now, whom its case says to be protected. */
  void takeProtections(Snapshot snapshot) {
    try {
      cases.takeProtections(snapshot.theCase().push());
    } catch (InvalidMembers wrong) {
      throw snapshot.theCase().placed(wrong);
    }
  }

  private Map<String, Object> takeCase(Element pushed) {
    LogContext.set(pushed.push());
    try {
      pushed.push().refuseIfTooLarge();
      Verdict verdict = cases.take(pushed.push());
      if (verdict == Verdict.CONFLICT) {
        throw Problems.versionConflict();
      }
      return new Shown()
          .put("kind", "case")
          .put("result", verdict.name().toLowerCase(Locale.ROOT))
          .put("ignored", pushed.ignored().isEmpty() ? null : pushed.ignored())
          .members();
    } catch (InvalidMembers wrong) {
      throw pushed.placed(wrong);
    }
  }

  /** Members of the answer beside kind and id. */
  private Map<String, Object> takeFact(
      Snapshot snapshot, Element fact, Kind kind, @Nullable Standing before) {
    LogContext.set(fact.push());
    try {
      fact.push().refuseIfTooLarge();
      if (before == null) {
        return result(fact, facts.takeOfSnapshot(fact.push(), kind, snapshot.asOf()));
      }
      kind.read(fact.push().data());
      if (before.isSame(kind, fact.push())) {
        Verdict verdict =
            before.missedAsOf() == null ? Verdict.DUPLICATE : missed.reopen(snapshot, before);
        if (!before.isWaiting()) {
          return result(fact, Taken.of(verdict));
        }
      }
      return result(fact, facts.takeOfSnapshot(fact.push().again(), kind, snapshot.asOf()));
    } catch (InvalidMembers wrong) {
      throw fact.placed(wrong);
    } finally {
      LogContext.remove();
    }
  }

  private static Map<String, Object> result(Element fact, Taken taken) {
    if (taken.verdict() == Verdict.CONFLICT) {
      throw Problems.versionConflict();
    }
    return new Shown()
        .put("result", taken.verdict().name().toLowerCase(Locale.ROOT))
        .put("ignored", fact.ignored().isEmpty() ? null : fact.ignored())
        .put("upload", taken.upload() == null ? null : taken.upload().shown())
        .members();
  }

  /** Something to do about one fact, and the members of the answer that it gives. */
  private record Work(String kind, EventId id, Supplier<Map<String, Object>> toDo) {

    Map<String, Object> result(String traceId) {
      Map<String, Object> result;
      try {
        result = toDo.get();
      } catch (RuntimeException refusal) {
        result = Rejections.of(refusal, traceId);
      }
      var shown = new Shown().put("kind", kind).put("id", id);
      result.forEach(shown::put);
      return shown.members();
    }
  }

  /** Whether something was not taken for no fault of its own. */
  private static boolean isToBeTriedAgain(Map<String, Object> result) {
    return result.get("problem") instanceof Map<?, ?> problem
        && problem.get("status") instanceof Integer status
        && status >= 500;
  }

  /** Does as much as there is time for; whether that was all, and all of it could be done. */
  private boolean run(
      List<Work> work, Instant until, String traceId, List<Map<String, Object>> results) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // generic arrays have no other way
    @Nullable Map<String, Object>[] done = new Map[work.size()];
    SideBySide.run(
        IntStream.range(0, work.size())
            .<Runnable>mapToObj(
                i ->
                    () -> {
                      if (clock.instant().isBefore(until)) {
                        done[i] = work.get(i).result(traceId);
                      }
                    })
            .toList());
    Arrays.stream(done).filter(Objects::nonNull).forEach(results::add);
    return Arrays.stream(done).allMatch(result -> result != null && !isToBeTriedAgain(result));
  }
}
