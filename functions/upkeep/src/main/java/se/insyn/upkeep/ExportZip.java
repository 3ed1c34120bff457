package se.insyn.upkeep;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.insyn.domain.accesslog.AccessLog;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.Openings;
import se.insyn.domain.exports.Held;
import se.insyn.domain.messages.Answers;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;
import se.insyn.domain.views.ViewedEvents;
import se.insyn.dynamodb.CitizenItems;

/**
 * Writes an export: {@code insyn.json} for machines, {@code insyn.html} for reading, and the files.
 * All of it flows through: a few facts are in memory at a time, and the readable page waits in a
 * file of its own until its turn comes. The order is fixed, so the same content gives the same ZIP.
 */
@Singleton
final class ExportZip {

  private final Cases cases;
  private final CitizenItems items;
  private final CaseEvents events;
  private final ViewedEvents full;
  private final AccessLog log;
  private final Threads threads;
  private final Answers answers;
  private final S3Objects objects;
  private final String municipality;
  private final Clock clock;

  ExportZip(
      Cases cases,
      CitizenItems items,
      CaseEvents events,
      Openings openings,
      AccessLog log,
      Threads threads,
      Answers answers,
      S3Objects objects,
      @Property(name = "municipality.name") String municipality,
      Clock clock) {
    this.cases = cases;
    this.items = items;
    this.events = events;
    this.full = new ViewedEvents(events, openings);
    this.log = log;
    this.threads = threads;
    this.answers = answers;
    this.objects = objects;
    this.municipality = municipality;
    this.clock = clock;
  }

  /** Writes all that the viewer sees, and says what that was. */
  List<Held> write(Viewer viewer, OutputStream out) throws IOException {
    Instant madeAt = clock.instant();
    List<ViewedCase> viewed = ViewedCase.all(cases, viewer.cases(), Stockholm.today(clock));
    var zip = new ZipOutputStream(out);
    Path html = Files.createTempFile("export", ".html");
    try (var writer = new OutputStreamWriter(Files.newOutputStream(html), StandardCharsets.UTF_8)) {
      begin(zip, "insyn.json");
      var content =
          new ExportContent(
              viewer,
              events,
              full,
              log,
              new ExportedMail(viewer, threads, answers, items),
              zip,
              new ReadablePage(writer, municipality, madeAt),
              madeAt);
      content.write(viewed, ExportedProfile.read(items, viewer, madeAt));
      zip.closeEntry();
      begin(zip, "insyn.html");
      Files.copy(html, zip);
      zip.closeEntry();
      // Files are compressed already.
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (ExportedFile file : content.files()) {
        begin(zip, file.name());
        try (var bytes = objects.file(file.place())) {
          bytes.transferTo(zip);
        }
        zip.closeEntry();
      }
      zip.finish();
      return content.held();
    } finally {
      Files.delete(html);
    }
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
  }
}
