package se.insyn.dynamodb;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.accesslog.AccessLog;
import se.insyn.domain.accesslog.Act;
import se.insyn.domain.accesslog.LogEntry;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.UnknownCursor;
import se.insyn.domain.value.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@link AccessLog} on the table {@code audit}: the rows of the viewer, of the numbers they had
 * before, and of the cases they see, merged by time. What a row is about is read as it may be seen
 * now.
 */
@Singleton
public final class DynamoAccessLog implements AccessLog {

  private static final int MOST_AT_ONCE = 100;

  private final DynamoDbClient client;
  private final Tables tables;
  private final CaseEvents events;

  DynamoAccessLog(DynamoDbClient client, Tables tables, CaseEvents events) {
    this.client = client;
    this.tables = tables;
    this.events = events;
  }

  @Override
  public Page<LogEntry> newestFirst(Viewer viewer, int limit, @Nullable String after) {
    if (after != null && !AuditItems.isKey(after)) {
      throw new UnknownCursor();
    }
    // One more tells whether there is a next page.
    int some = Math.min(limit + 1, MOST_AT_ONCE);
    List<DynamoAuditRows> subjects =
        subjects(viewer)
            .map(subject -> AuditItems.newestFirst(tables, subject, after).limit(some))
            .map(query -> new DynamoAuditRows(client, query))
            .toList();
    var entries = new ArrayList<LogEntry>();
    String pageEnd = after;
    int passedOver = 0;
    while (true) {
      List<DynamoAuditRow> rows = DynamoAuditRows.newest(subjects, some);
      if (rows.isEmpty()) {
        return new Page<>(entries, null);
      }
      Map<DynamoAuditRow, Line> seen = seen(viewer, rows);
      for (DynamoAuditRow row : rows) {
        Optional<LogEntry> entry = entry(viewer, row, seen.get(row));
        if (entry.isEmpty()) {
          passedOver++;
          if (passedOver == MOST_PASSED_OVER) {
            return new Page<>(entries, row.key());
          }
        } else if (entries.size() == limit) {
          return new Page<>(entries, pageEnd);
        } else {
          entries.add(entry.get());
          pageEnd = row.key();
        }
      }
    }
  }

  private static Stream<String> subjects(Viewer viewer) {
    var citizens = new LinkedHashSet<>(Set.of(viewer.citizen()));
    viewer.cases().forEach(viewed -> citizens.addAll(viewed.formerly()));
    return Stream.concat(
        citizens.stream().map(AuditItems::subject),
        viewer.cases().stream().map(viewed -> AuditItems.subject(viewed.id())));
  }

  /** What the viewer may see now of the facts that these rows name; one batch of reads per case. */
  private Map<DynamoAuditRow, Line> seen(Viewer viewer, List<DynamoAuditRow> rows) {
    var seen = new HashMap<DynamoAuditRow, Line>();
    for (VisibleCase viewed : viewer.cases()) {
      List<DynamoAuditRow> inCase = rows.stream().filter(row -> row.isIn(viewed)).toList();
      Set<EventId> ids = new LinkedHashSet<>();
      inCase.forEach(row -> row.fact().ifPresent(ids::add));
      if (!ids.isEmpty()) {
        for (Line line : events.lines(viewed, ids)) {
          inCase.stream()
              .filter(row -> row.id().equals(line.id().value()))
              .forEach(row -> seen.put(row, line));
        }
      }
    }
    return seen;
  }

  /** The row as the log tells it; what is not named here, protection above all, is not told. */
  private static Optional<LogEntry> entry(Viewer viewer, DynamoAuditRow row, @Nullable Line line) {
    boolean isMine = row.isOf(viewer.citizen());
    return switch (row.act()) {
      case "login" -> told(isMine, row, Act.LOGIN, null);
      case "logout" -> told(isMine, row, Act.LOGOUT, null);
      case "ordered" -> told(isMine && row.isOfExport(), row, Act.EXPORT_ORDERED, null);
      case "opened" ->
          row.isOfExport()
              ? told(isMine, row, Act.EXPORT_OPENED, null)
              : told(isMine || wasMine(row, line), row, Act.OPENED, line);
      case "profile", "confirmed" -> ofProfile(row).flatMap(act -> told(isMine, row, act, null));
      // A document with a file is there for its reader when the file has been checked.
      case "push", "file-checked" -> told(wasPushedToViewer(row, line), row, Act.PUSHED, line);
      default -> Optional.empty();
    };
  }

  /** Of the profile it is told what of it, never which address. */
  private static Optional<Act> ofProfile(DynamoAuditRow row) {
    boolean isConfirmed = row.act().equals("confirmed");
    return switch (row.what()) {
      case "sms" -> Optional.of(isConfirmed ? Act.PHONE_CONFIRMED : Act.PHONE_CHANGED);
      case "email" -> Optional.of(isConfirmed ? Act.EMAIL_CONFIRMED : Act.EMAIL_CHANGED);
      case "profile" -> isConfirmed ? Optional.empty() : Optional.of(Act.PROFILE_CHANGED);
      default -> Optional.empty();
    };
  }

  private static Optional<LogEntry> told(
      boolean isToBe, DynamoAuditRow row, Act act, @Nullable Line line) {
    return isToBe ? Optional.of(new LogEntry(row.at(), act, line)) : Optional.empty();
  }

  /** An opening under an earlier number counts in the cases where that number was theirs. */
  private static boolean wasMine(DynamoAuditRow row, @Nullable Line line) {
    return line != null && line.viewed().formerly().stream().anyMatch(row::isOf);
  }

  /** A version from before the fact was open to the viewer tells what was kept from them. */
  private static boolean wasPushedToViewer(DynamoAuditRow row, @Nullable Line line) {
    return line != null && row.isOf(line.viewed()) && !row.at().isBefore(line.since());
  }
}
