package se.insyn.upkeep;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.accesslog.AccessLog;
import se.insyn.domain.accesslog.LogEntry;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Line;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.exports.Held;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.Draft;
import se.insyn.domain.messages.SeenAttachment;
import se.insyn.domain.messages.SeenMessage;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.SentAnswer;
import se.insyn.domain.value.Page;
import se.insyn.domain.views.ViewedCase;
import se.insyn.domain.views.ViewedEvent;
import se.insyn.domain.views.ViewedEvents;

/**
 * What the viewer sees, written as it is read: {@code {madeAt, profile, cases, events,
 * calculations, threads, answers, drafts, accessLog, files}}, each in the shape in which the portal
 * shows it, and beside it the readable page. Whatever fact is named anywhere in it, it holds in the
 * version that it is named in.
 */
final class ExportContent {

  /** So many facts are in memory at a time. */
  private static final int AT_ONCE = 20;

  /** And so many rows of the log. */
  private static final int ROWS_AT_ONCE = 100;

  private final Viewer viewer;
  private final CaseEvents events;
  private final ViewedEvents full;
  private final AccessLog log;
  private final ExportedMail mail;
  private final OutputStream json;
  private final ReadablePage page;
  private final Instant madeAt;
  private final List<ExportedFile> files = new ArrayList<>();
  private final Map<CaseId, Map<EventId, Instant>> written = new LinkedHashMap<>();
  private final List<Held> held = new ArrayList<>();

  ExportContent(
      Viewer viewer,
      CaseEvents events,
      ViewedEvents full,
      AccessLog log,
      ExportedMail mail,
      OutputStream json,
      ReadablePage page,
      Instant madeAt) {
    this.viewer = viewer;
    this.events = events;
    this.full = full;
    this.log = log;
    this.mail = mail;
    this.json = json;
    this.page = page;
    this.madeAt = madeAt;
  }

  void write(List<ViewedCase> cases, ExportedProfile profile) throws IOException {
    Map<String, Object> own = profile.shown().members();
    put("{\"madeAt\":\"" + madeAt + "\",\"profile\":" + Json.write(own) + ",\"cases\":[");
    page.profile(own);
    page.heading("Ärenden");
    String comma = "";
    for (ViewedCase each : cases) {
      written.put(each.stored().id(), new LinkedHashMap<>());
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
    put("],\"threads\":[");
    page.heading("Meddelanden");
    threads();
    put("],\"answers\":[");
    page.heading("Det du har skickat in");
    answers();
    put("],\"drafts\":[");
    page.heading("Utkast");
    drafts();
    put("],\"accessLog\":[");
    page.beginLog();
    log();
    page.endLog();
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
        List<SeenEvent> some =
            events.findAll(
                of.getKey().viewed(), ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
        for (ViewedEvent each : full.of(viewer, of.getKey(), some, null)) {
          put(comma);
          fact(each);
          comma = ",";
        }
      }
    }
  }

  private void fact(ViewedEvent viewed) throws IOException {
    Map<String, Object> shown = viewed.shown(viewer).members();
    put(Json.write(shown));
    page.oneEvent(shown, file(viewed.seen().line().viewed(), viewed.seen()));
    viewed.lines().forEach(this::hold);
  }

  private void threads() throws IOException {
    var comma = new Comma();
    mail.eachThread(
        thread -> {
          CaseId caseId = thread.viewed().id();
          // A case that could not be read is not in the export, nor is anything in it.
          if (!written.containsKey(caseId)) {
            return;
          }
          Map<String, Object> shown = thread.shown(0).members();
          shown.remove("unread");
          String open = Json.write(shown);
          put(comma.next() + open.substring(0, open.length() - 1) + ",\"messages\":[");
          page.oneThread(shown);
          var between = new Comma();
          mail.eachMessage(
              thread,
              message -> {
                Map<String, Object> text = message.shown(thread.viewed(), "Du").members();
                put(between.next() + Json.write(text));
                page.oneMessage(text, attached(thread, message));
                written
                    .getOrDefault(caseId, new LinkedHashMap<>())
                    .merge(
                        message.id(),
                        message.takenIn(),
                        (one, other) -> one.isBefore(other) ? one : other);
              });
          put("]}");
        });
  }

  /** The names under which what is attached to a message lies beside the page. */
  private List<String> attached(SeenThread thread, SeenMessage message) {
    var names = new ArrayList<String>();
    for (SeenAttachment each : message.attachments()) {
      if (each.state() == SeenAttachment.State.OK) {
        int number = files.size() + 1;
        names.add(
            add(
                message.from() == null
                    ? ExportedFile.of(number, thread.viewed(), message.id(), each)
                    : ExportedFile.of(
                        number, thread.viewed(), message.id(), each.attachment().file())));
      }
    }
    return names;
  }

  private String add(ExportedFile exported) {
    files.add(exported);
    return exported.name();
  }

  private void answers() throws IOException {
    var comma = new Comma();
    for (SentAnswer answer : mail.sentIn()) {
      Optional<VisibleCase> viewed = viewer.visible(answer.caseId().value());
      if (viewed.isPresent() && written.containsKey(answer.caseId())) {
        Map<String, Object> members = answer.shown().members();
        put(comma.next() + Json.write(members));
        var names = new ArrayList<String>();
        for (SeenAttachment each : answer.attachments()) {
          if (each.state() == SeenAttachment.State.OK) {
            names.add(add(ExportedFile.of(files.size() + 1, viewed.get(), answer.id(), each)));
          }
        }
        page.oneMessage(members, names);
      }
    }
  }

  private void drafts() throws IOException {
    var comma = new Comma();
    for (Draft each : mail.begun(madeAt)) {
      Map<String, Object> members = each.shown().members();
      put(comma.next() + Json.write(members));
      page.oneMessage(members, List.of());
    }
  }

  /** What stands between two of a list, and before none. */
  private static final class Comma {
    private String next = "";

    String next() {
      String now = next;
      next = ",";
      return now;
    }
  }

  private void log() throws IOException {
    String comma = "";
    String after = null;
    do {
      Page<LogEntry> some = log.newestFirst(viewer, ROWS_AT_ONCE, after);
      for (LogEntry entry : some.items()) {
        // A case that could not be read is not in the export, nor is anything in it named.
        if (entry.line() == null || written.containsKey(entry.line().viewed().id())) {
          Map<String, Object> shown = entry.shown().members();
          put(comma + Json.write(shown));
          page.oneEntry(shown);
          Stream.ofNullable(entry.line()).forEach(this::hold);
          comma = ",";
        }
      }
      after = some.next();
    } while (after != null);
  }

  /** One that changed while it was written stays as it was first: so it is not seen like that. */
  private void hold(Line line) {
    written
        .getOrDefault(line.viewed().id(), new LinkedHashMap<>())
        .merge(line.id(), line.updatedAt(), (one, other) -> one.isBefore(other) ? one : other);
  }

  private @Nullable String file(VisibleCase viewed, SeenEvent seen) {
    StoredFile file = seen.event().file();
    if (file == null) {
      return null;
    }
    return add(ExportedFile.of(files.size() + 1, viewed, seen.line().id(), file));
  }

  private void put(String text) throws IOException {
    json.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
