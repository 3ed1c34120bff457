package se.insyn.upkeep;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.dynamodb.TaskItems;
import se.insyn.s3.AttachmentKey;
import se.insyn.s3.FileKey;

/**
 * Avstämning: every night, holds what lies in the bucket against what names it. Bytes that no fact
 * names, and those of citizens that nothing needs any more, go away, in all their versions; a fact
 * whose bytes are gone is closed, so that they can be handed over again. What is younger than a day
 * is left alone: somebody may be at it. Each step is a part of the one or the other, and where the
 * next begins stands with the task.
 */
@Singleton
@Order(4)
final class FilesChore implements Chore {

  private static final Logger LOG = LoggerFactory.getLogger(FilesChore.class);

  private static final LocalTime NIGHT = LocalTime.of(2, 0);
  private static final Duration UNTOUCHED = Duration.ofDays(1);
  private static final int STEP = 100;

  /** More in one night is no accident of single files: it ends, and somebody has to look. */
  private static final int MOST = 100;

  private final S3Objects objects;
  private final DynamoFileFacts facts;
  private final SentFiles sent;
  private final DynamoTasks tasks;
  private final Clock clock;

  FilesChore(
      S3Objects objects, DynamoFileFacts facts, SentFiles sent, DynamoTasks tasks, Clock clock) {
    this.objects = objects;
    this.facts = facts;
    this.sent = sent;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return TaskItems.RECONCILE;
  }

  @Override
  public void stand() {
    tasks.stand(kind(), nextNight());
  }

  @Override
  public void perform(Task task) {
    Round round = Round.of(task.words());
    Round next =
        switch (round.in()) {
          case "facts" -> facts(round);
          case "attachments" -> attachments(round);
          default -> objects(round);
        };
    if (next.removed() + next.closed() >= MOST) {
      LOG.atError().addKeyValue("reason", "too-many-orphans").log("files and facts drift apart");
      end(task, next);
    } else if (next.isOver()) {
      end(task, next);
    } else {
      tasks.goOn(task, next.words(), Instant.EPOCH);
    }
  }

  private void end(Task task, Round round) {
    LOG.atInfo()
        .addKeyValue("reason", "files-reconciled")
        .addKeyValue("removed", round.removed())
        .addKeyValue("closed", round.closed())
        .log("files and facts have been held against each other");
    tasks.goOn(task, Map.of(), nextNight());
  }

  /** Bytes that no fact names. */
  private Round objects(Round round) {
    Instant until = clock.instant().minus(UNTOUCHED);
    List<S3Objects.Stored> some = objects.served(FileKey.CHECKED, round.behind(), STEP);
    List<S3Objects.Stored> old =
        some.stream().filter(object -> !object.at().isAfter(until)).toList();
    Set<FileKey> named =
        facts.naming(old.stream().flatMap(object -> FileKey.checkedAt(object.key()).stream()));
    long removed = 0;
    for (S3Objects.Stored object : old) {
      Optional<FileKey> key = FileKey.checkedAt(object.key());
      if ((key.isEmpty() || !named.contains(key.get())) && round.removed() + removed < MOST) {
        objects.removeObject(object.key(), until);
        removed++;
      }
    }
    return some.size() < STEP
        ? round.removed(removed).on("attachments", null)
        : round.removed(removed).on("objects", some.getLast().key());
  }

  /** What citizens handed over: bytes that nobody knows of, and those that are needed no longer. */
  private Round attachments(Round round) {
    Instant until = clock.instant().minus(UNTOUCHED);
    List<S3Objects.Stored> some = objects.served(AttachmentKey.CHECKED, round.behind(), STEP);
    long removed = 0;
    for (S3Objects.Stored object : some) {
      Optional<AttachmentKey> key = AttachmentKey.checkedAt(object.key());
      if (object.at().isAfter(until)) {
        continue;
      }
      boolean isUnknown =
          key.isEmpty() || sent.sweep(key.get().id()) == DynamoAttachments.Need.UNKNOWN;
      if (isUnknown && round.removed() + removed < MOST) {
        objects.removeObject(object.key(), until);
        removed++;
      }
    }
    return some.size() < STEP
        ? round.removed(removed).on("facts", null)
        : round.removed(removed).on("attachments", some.getLast().key());
  }

  /** Facts whose bytes are gone. */
  private Round facts(Round round) {
    Instant until = clock.instant().minus(UNTOUCHED);
    DynamoFileFacts.Page page = facts.withFile(round.behind(), STEP);
    long closed = 0;
    for (DynamoFileFacts.FileFact fact : page.facts()) {
      if (!fact.updatedAt().isAfter(until)
          && round.closed() + closed < MOST
          && !objects.has(fact.file())
          && facts.close(fact)) {
        closed++;
      }
    }
    return round.closed(closed).on(page.next() == null ? "over" : "facts", page.next());
  }

  private Instant nextNight() {
    return Nights.next(NIGHT, clock.instant());
  }

  /**
   * How far one night's round has come.
   *
   * @param in what it looks at: objects, then attachments, then facts, then it is over
   * @param behind where the next step begins, null = with the first
   */
  private record Round(String in, @Nullable String behind, long removed, long closed) {

    static Round of(Map<String, String> words) {
      return new Round(
          words.getOrDefault("in", "objects"),
          words.get("behind"),
          Long.parseLong(words.getOrDefault("removed", "0")),
          Long.parseLong(words.getOrDefault("closed", "0")));
    }

    boolean isOver() {
      return in.equals("over");
    }

    Round removed(long more) {
      return new Round(in, behind, removed + more, closed);
    }

    Round closed(long more) {
      return new Round(in, behind, removed, closed + more);
    }

    Round on(String part, @Nullable String position) {
      return new Round(part, position, removed, closed);
    }

    Map<String, String> words() {
      var words = new HashMap<String, String>();
      words.put("in", in);
      words.put("removed", Long.toString(removed));
      words.put("closed", Long.toString(closed));
      if (behind != null) {
        words.put("behind", behind);
      }
      return words;
    }
  }
}
