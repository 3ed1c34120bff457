package se.insyn.decisions;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.Decision;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Links;
import se.insyn.domain.events.Openings;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;
import se.insyn.domain.json.Json;
import se.insyn.domain.value.Page;
import se.insyn.domain.views.HowToAppeal;

/** The decisions of some days in full, newest first over all the viewer's cases. */
@Singleton
final class ListedDecisions {

  private static final int MOST_IN_A_PAGE = 100;
  private static final int MOST_PAGES = 3;

  /** Lambda answers 6 MB, in which every quotation mark of ours takes twice its room. */
  private static final int MOST_BYTES = 2_900_000;

  private final CaseEvents events;
  private final Openings openings;

  ListedDecisions(CaseEvents events, Openings openings) {
    this.events = events;
    this.openings = openings;
  }

  /**
   * The answer: {@code {from, to, items}}. Should somebody have more than 300 in these days, or
   * more than an answer can hold, then {@code from} is the day of the oldest that is shown.
   */
  Shown shown(Viewer viewer, RecentDecisions recent) {
    List<Line> lines = lines(viewer, recent);
    var ofCases = new LinkedHashMap<VisibleCase, List<EventId>>();
    for (Line line : lines) {
      ofCases.computeIfAbsent(line.viewed(), viewed -> new ArrayList<>()).add(line.id());
    }
    var decisions = new HashMap<VisibleCase, Map<EventId, Shown>>();
    ofCases.forEach(
        (viewed, ids) -> decisions.put(viewed, ofCase(viewer, viewed, ids, recent.to())));
    LocalDate from =
        lines.size() < MOST_PAGES * MOST_IN_A_PAGE ? recent.from() : lines.getLast().date();
    LocalDate oldest = recent.to();
    var items = new ArrayList<Shown>();
    int room = MOST_BYTES;
    for (Line line : lines) {
      Shown item = decisions.getOrDefault(line.viewed(), Map.of()).get(line.id());
      if (item != null) {
        room -= Json.write(item.members()).getBytes(StandardCharsets.UTF_8).length;
        if (room < 0) {
          from = oldest;
          break;
        }
        items.add(item);
        oldest = line.date();
      }
    }
    return new Shown().put("from", from).put("to", recent.to()).put("items", items);
  }

  /**
   * Page after page as long as they are full. A page that ends early ended at what is for others:
   * reading on would tell how much that is.
   */
  private List<Line> lines(Viewer viewer, RecentDecisions recent) {
    var query =
        new EventQuery(
            null, null, Kind.DECISION, null, recent.from(), recent.to(), MOST_IN_A_PAGE, null);
    var lines = new ArrayList<Line>();
    @Nullable String place = null;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Page<Line> page = events.newestFirst(viewer, query.after(place));
      lines.addAll(page.items());
      place = page.next();
      if (place == null || page.items().size() < MOST_IN_A_PAGE) {
        break;
      }
    }
    return lines;
  }

  private Map<EventId, Shown> ofCase(
      Viewer viewer, VisibleCase viewed, List<EventId> ids, LocalDate today) {
    List<SeenEvent> seen = events.findAll(viewed, ids);
    Map<EventId, Links> links = Links.of(events, viewed, seen);
    Map<EventId, HowToAppeal> appeals =
        HowToAppeal.ofDecisions(openings, viewer, viewed, seen, today, null);
    var shown = new HashMap<EventId, Shown>();
    for (SeenEvent each : seen) {
      EventId id = each.line().id();
      Links linked = links.get(id);
      HowToAppeal howToAppeal = appeals.get(id);
      if (each.event() instanceof Decision decision && linked != null && howToAppeal != null) {
        shown.put(id, new ListedDecision(each, decision, linked, howToAppeal).shown());
      }
    }
    return shown;
  }
}
