package se.insyn.domain.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;

/**
 * A fact as a list shows it to one viewer. {@code since} is when this version chain first became
 * visible to them, {@code updatedAt} when its current version was taken in; {@code listed} is what
 * the kind shows in its own list.
 */
public record Line(
    VisibleCase viewed,
    EventId id,
    Kind kind,
    LocalDate date,
    @Nullable Instant registeredAt,
    String title,
    @Nullable String status,
    @Nullable Long amountOre,
    Map<String, Object> listed,
    Instant since,
    Instant updatedAt) {

  /** The order of every list: by date, of one day by registration, then by id. */
  public static final Comparator<Line> NEWEST_FIRST =
      Comparator.comparing(Line::date)
          .thenComparing(Line::registeredAt, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(line -> line.id().value())
          .reversed();

  /** The same for a viewer whom the source called so when the fact came. */
  public Line as(String personId) {
    return new Line(
        viewed.as(personId),
        id,
        kind,
        date,
        registeredAt,
        title,
        status,
        amountOre,
        listed,
        since,
        updatedAt);
  }

  /**
   * The summary that all lists and links show (contract, {@code EventSummary}). At the first login
   * nothing is new and nothing changed: all of it is.
   */
  public Shown summary(Viewer viewer) {
    Instant before = viewer.previousLogin();
    boolean isNew = before != null && since.isAfter(before);
    return new Shown()
        .put("caseId", viewed.id().value())
        .put("caseNumber", viewed.number().value())
        .put("id", id)
        .put("kind", kind)
        .put("date", date)
        .put("title", title)
        .put("area", viewed.area())
        .put("status", status)
        .put("amountOre", amountOre)
        .put("new", isNew)
        .put("changed", before != null && !isNew && updatedAt.isAfter(before))
        .put("updatedAt", updatedAt);
  }

  /** The summary, and what the kind's own list shows beyond it. */
  public Shown listedFor(Viewer viewer) {
    Shown shown = summary(viewer);
    listed.forEach(shown::put);
    return shown;
  }
}
