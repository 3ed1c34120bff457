package se.insyn.domain.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person across all sources: the statements of protection by origin (a source,
 * or a case of a source), and {@code epoch}, which counts how often what they say together has
 * changed. {@code notBefore} ends every session that began earlier. {@code revision} counts the
 * writes, so that one that was decided on an older reading does not go through.
 */
public record Head(
    Map<String, Statement> statements, long epoch, long revision, @Nullable Instant notBefore) {

  /** A person of whom nothing is known. */
  public static final Head UNKNOWN = new Head(Map.of(), 0, 0, null);

  public Head {
    statements = Map.copyOf(statements);
  }

  /** The strictest of all statements. */
  public Protection protection() {
    return statements.values().stream()
        .map(Statement::value)
        .max(Protection::compareTo)
        .orElse(Protection.NONE);
  }

  public boolean isProtected() {
    return protection() != Protection.NONE;
  }

  /**
   * What this origin now says. A lower version that says protected and was not seen before changes
   * the epoch: the cases stay closed until their next push. The same version with other content
   * keeps the stricter of the two.
   */
  public Change state(String origin, long version, String hash, Protection value) {
    Statement old = statements.get(origin);
    if (old == null) {
      return new Change(
          with(origin, Statement.first(version, hash, value), false), Verdict.APPLIED);
    }
    Verdict verdict = Verdict.of(version, hash, old.version(), old.hash());
    return switch (verdict) {
      case APPLIED ->
          new Change(with(origin, old.replacedBy(version, hash, value), false), verdict);
      case DUPLICATE -> new Change(this, verdict);
      case CONFLICT ->
          new Change(
              value.isStricterThan(old.value()) ? with(origin, old.stricter(value), false) : this,
              verdict);
      case STALE ->
          new Change(
              value == Protection.NONE || old.protectedVersions().contains(version)
                  ? this
                  : with(origin, old.late(version), true),
              verdict);
    };
  }

  private Head with(String origin, Statement statement, boolean late) {
    var all = new HashMap<>(statements);
    all.put(origin, statement);
    var next = new Head(all, epoch, revision + 1, notBefore);
    boolean changed = late || next.protection() != protection();
    return changed ? new Head(all, epoch + 1, revision + 1, notBefore) : next;
  }

  /** The person after a statement, and what became of it. */
  public record Change(Head head, Verdict verdict) {}
}
