package se.insyn.dynamodb;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.value.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** {@link CaseEvents} on the local indexes of the table {@code cases}. */
@Singleton
public final class DynamoCaseEvents implements CaseEvents {

  /**
   * So many facts that are not for the viewer are passed over before a page is cut short, and so
   * many are looked at for a list that has no pages: nobody can tell from how long it takes how
   * much there is that others see.
   */
  static final int MOST_PASSED_OVER = 300;

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoCaseEvents(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  @Override
  public Page<Line> newestFirst(Viewer viewer, EventQuery query) {
    Position after = query.cursor() == null ? null : Position.of(query.cursor());
    if (query.kind() != null && !query.kind().inTimeline()) {
      return new Page<>(List.of(), null);
    }
    List<CaseLines> cases =
        viewer.cases().stream()
            .filter(visible -> query.area() == null || visible.area() == query.area())
            .filter(
                visible -> query.caseId() == null || visible.id().value().equals(query.caseId()))
            .map(visible -> new CaseLines(client, tables, visible, query, after))
            .toList();
    var lines = new ArrayList<Line>();
    Position pageEnd = after;
    int forOthers = 0;
    int notAskedFor = 0;
    for (CaseLines newest = newest(cases); newest != null; newest = newest(cases)) {
      Position here = newest.next();
      Line line = readable(newest.viewed(), newest.take());
      if (line == null || !isAskedFor(line, query)) {
        // Two counts: what the viewer's own filter leaves out must not tell what others have.
        forOthers = line == null ? forOthers + 1 : 0;
        notAskedFor += line == null ? 0 : 1;
        if (forOthers == MOST_PASSED_OVER || notAskedFor == MOST_PASSED_OVER) {
          return new Page<>(lines, here == null ? null : here.cursor());
        }
      } else if (lines.size() == query.limit()) {
        // One more that this viewer may see: only that makes a next page, never what others see.
        return new Page<>(lines, pageEnd == null ? null : pageEnd.cursor());
      } else {
        lines.add(line);
        pageEnd = here;
        forOthers = 0;
        notAskedFor = 0;
      }
    }
    return new Page<>(lines, null);
  }

  /** The index by application has facts of all kinds, also those outside the timeline. */
  private static boolean isAskedFor(Line line, EventQuery query) {
    return line.kind().inTimeline()
        && (query.kind() == null || line.kind() == query.kind())
        && query.matching().test(line);
  }

  /** The case whose next fact is the newest of all; null when all are at their end. */
  private static @Nullable CaseLines newest(List<CaseLines> cases) {
    CaseLines newest = null;
    Position position = null;
    for (CaseLines each : cases) {
      Position next = each.next();
      if (next != null && (position == null || next.compareTo(position) > 0)) {
        newest = each;
        position = next;
      }
    }
    return newest;
  }

  @Override
  public List<Line> all(VisibleCase viewed) {
    var newestFirst =
        query(viewed, IndexKeys.BY_KIND, " ", IndexKeys.END).scanIndexForward(false).build();
    return client.queryPaginator(newestFirst).items().stream()
        .flatMap(item -> Optional.ofNullable(readable(viewed, item)).stream())
        .toList();
  }

  @Override
  public Optional<SeenEvent> find(VisibleCase viewed, EventId id) {
    var item =
        client
            .getItem(
                get ->
                    get.tableName(tables.cases())
                        .key(EventItems.key(viewed.id(), id))
                        .consistentRead(true))
            .item();
    return seen(viewed, item);
  }

  @Override
  public List<SeenEvent> findAll(VisibleCase viewed, Collection<EventId> ids) {
    return Batch.get(client, tables.cases(), keys(viewed, ids), null).stream()
        .flatMap(item -> seen(viewed, item).stream())
        .sorted(Comparator.comparing(SeenEvent::line, Line.NEWEST_FIRST))
        .toList();
  }

  private static Optional<SeenEvent> seen(VisibleCase viewed, Map<String, AttributeValue> item) {
    Line line = EventItems.isOpen(item) ? readable(viewed, item) : null;
    try {
      return line == null ? Optional.empty() : Optional.of(EventItems.seen(line, item));
    } catch (RuntimeException e) {
      Damaged.item("cases", e);
      return Optional.empty();
    }
  }

  @Override
  public List<Line> lines(VisibleCase viewed, Collection<EventId> ids) {
    return Batch.get(client, tables.cases(), keys(viewed, ids), "line, audience, byKind").stream()
        .filter(EventItems::isOpen)
        .flatMap(item -> Optional.ofNullable(readable(viewed, item)).stream())
        .sorted(Line.NEWEST_FIRST)
        .toList();
  }

  private static List<Map<String, AttributeValue>> keys(
      VisibleCase viewed, Collection<EventId> ids) {
    return ids.stream().map(id -> EventItems.key(viewed.id(), id)).toList();
  }

  @Override
  public List<Line> open(Viewer viewer, LocalDate from) {
    return open(viewer, IndexKeys.firstOpen(from), IndexKeys.lastOpen());
  }

  @Override
  public List<Line> planned(Viewer viewer, LocalDate from) {
    return open(viewer, IndexKeys.firstPlanned(from), IndexKeys.lastPlanned());
  }

  private List<Line> open(Viewer viewer, String from, String to) {
    return viewer.cases().stream()
        .flatMap(
            viewed ->
                lines(viewed, query(viewed, IndexKeys.BY_OPEN, from, to).limit(MOST_PASSED_OVER)))
        .toList();
  }

  @Override
  public List<Line> under(VisibleCase viewed, EventId parent) {
    return linked(viewed, IndexKeys.BY_PARENT, parent);
  }

  @Override
  public List<Line> ofApplication(VisibleCase viewed, EventId application) {
    return linked(viewed, IndexKeys.BY_APPLICATION, application);
  }

  private List<Line> linked(VisibleCase viewed, String index, EventId to) {
    String prefix = to.value() + "#";
    var newestFirst =
        query(viewed, index, prefix, prefix + IndexKeys.END)
            .scanIndexForward(false)
            .limit(MOST_LINKED);
    return lines(viewed, newestFirst).limit(MOST_LINKED).sorted(Line.NEWEST_FIRST).toList();
  }

  private QueryRequest.Builder query(VisibleCase viewed, String index, String from, String to) {
    return QueryRequest.builder()
        .tableName(tables.cases())
        .indexName(index)
        .consistentRead(true)
        .select(Select.ALL_PROJECTED_ATTRIBUTES)
        .keyConditionExpression("caseId = :case AND #key BETWEEN :from AND :to")
        .expressionAttributeNames(Map.of("#key", index))
        .expressionAttributeValues(
            Map.of(
                ":case", Values.text(viewed.id().value()),
                ":from", Values.text(from),
                ":to", Values.text(to)));
  }

  /**
   * What this viewer may see of the first facts that a query finds. Reads on where facts are for
   * others, but not without end.
   */
  private Stream<Line> lines(VisibleCase viewed, QueryRequest.Builder query) {
    return client.queryPaginator(query.build()).items().stream()
        .limit(MOST_PASSED_OVER)
        .flatMap(item -> Optional.ofNullable(readable(viewed, item)).stream());
  }

  private static @Nullable Line readable(VisibleCase viewed, Map<String, AttributeValue> item) {
    try {
      return EventItems.line(viewed, item);
    } catch (RuntimeException e) {
      Damaged.item("cases", e);
      return null;
    }
  }
}
