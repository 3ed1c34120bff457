package se.insyn.upkeep;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.Links;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.exports.Held;
import se.insyn.domain.json.Json;
import se.insyn.domain.views.ViewedCase;
import se.insyn.domain.views.ViewedEvent;

/**
 * What the viewer sees, written as it is read: {@code {madeAt, cases, events, calculations,
 * files}}, each in the shape in which the portal shows it, and beside it the readable page.
 */
final class ExportContent {

  /** So many facts are in memory at a time. */
  private static final int AT_ONCE = 20;

  private final Viewer viewer;
  private final CaseEvents events;
  private final OutputStream json;
  private final ReadablePage page;
  private final Instant madeAt;
  private final List<ExportedFile> files = new ArrayList<>();
  private final Map<CaseId, Map<EventId, Instant>> written = new LinkedHashMap<>();
  private final List<Held> held = new ArrayList<>();

  ExportContent(
      Viewer viewer, CaseEvents events, OutputStream json, ReadablePage page, Instant madeAt) {
    this.viewer = viewer;
    this.events = events;
    this.json = json;
    this.page = page;
    this.madeAt = madeAt;
  }

  void write(List<ViewedCase> cases) throws IOException {
    put("{\"madeAt\":\"" + madeAt + "\",\"cases\":[");
    page.heading("Ärenden");
    String comma = "";
    for (ViewedCase each : cases) {
      Map<String, Object> shown = each.shown().members();
      put(comma + Json.write(shown));
      page.oneCase(shown);
      comma = ",";
    }
    var lines = new LinkedHashMap<ViewedCase, List<Line>>();
    for (ViewedCase each : cases) {
      lines.put(each, events.all(each.viewed()).stream().sorted(Line.NEWEST_FIRST).toList());
    }
    put("],\"events\":[");
    page.heading("Händelser");
    facts(lines, true);
    put("],\"calculations\":[");
    page.heading("Normberäkningar");
    facts(lines, false);
    put("],\"files\":" + Json.write(files.stream().map(f -> f.shown().members()).toList()) + "}");
    page.end();
    for (ViewedCase each : cases) {
      CaseId id = each.stored().id();
      held.add(new Held(id, Held.look(each), written.getOrDefault(id, Map.of())));
    }
  }

  /** The files that belong to what was written. */
  List<ExportedFile> files() {
    return files;
  }

  /** What was written, case by case. */
  List<Held> held() {
    return held;
  }

  private void facts(Map<ViewedCase, List<Line>> lines, boolean inTimeline) throws IOException {
    String comma = "";
    for (var of : lines.entrySet()) {
      List<EventId> ids =
          of.getValue().stream()
              .filter(line -> line.kind().inTimeline() == inTimeline)
              .map(Line::id)
              .toList();
      for (int from = 0; from < ids.size(); from += AT_ONCE) {
        // What has gone since the list was read is not written.
        VisibleCase viewed = of.getKey().viewed();
        List<SeenEvent> some =
            events.findAll(viewed, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
        Map<EventId, Links> links = Links.of(events, viewed, some);
        for (SeenEvent seen : some) {
          put(comma);
          fact(
              new ViewedEvent(
                  seen,
                  of.getKey().onlooker(seen),
                  Objects.requireNonNull(links.get(seen.line().id()))));
          comma = ",";
        }
      }
    }
  }

  private void fact(ViewedEvent viewed) throws IOException {
    Map<String, Object> shown = viewed.shown(viewer).members();
    Line line = viewed.seen().line();
    put(Json.write(shown));
    page.oneEvent(shown, file(line.viewed(), viewed.seen()));
    written
        .computeIfAbsent(line.viewed().id(), none -> new LinkedHashMap<>())
        .put(line.id(), line.updatedAt());
  }

  private @Nullable String file(VisibleCase viewed, SeenEvent seen) {
    StoredFile file = seen.event().file();
    if (file == null) {
      return null;
    }
    var exported = ExportedFile.of(files.size() + 1, viewed, seen.line().id(), file);
    files.add(exported);
    return exported.name();
  }

  private void put(String text) throws IOException {
    json.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
