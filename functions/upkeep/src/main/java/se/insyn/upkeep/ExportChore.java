package se.insyn.upkeep;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.Viewers;
import se.insyn.domain.exports.Export;
import se.insyn.domain.exports.Held;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.TaskItems;
import se.insyn.lambda.RandomText;

/**
 * Builds an export of what its citizen sees at this moment. Each attempt writes to a place of its
 * own that nobody is led to before it is whole; what an attempt leaves behind that was cut off, the
 * bucket removes after a day.
 */
@Singleton
@Order(3)
final class ExportChore implements Chore {

  private static final Logger LOG = LoggerFactory.getLogger(ExportChore.class);
  private static final String ZIP = "application/zip";

  private final Viewers viewers;
  private final CitizenItems items;
  private final DynamoExports exports;
  private final S3Objects objects;
  private final ExportZip zip;
  private final Clock clock;

  ExportChore(
      Viewers viewers,
      CitizenItems items,
      DynamoExports exports,
      S3Objects objects,
      ExportZip zip,
      Clock clock) {
    this.viewers = viewers;
    this.items = items;
    this.exports = exports;
    this.objects = objects;
    this.zip = zip;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return TaskItems.EXPORT;
  }

  @Override
  public void perform(Task task) {
    var citizen = new Citizen(task.word("citizen"));
    Optional<Export> found = items.export(citizen, task.word("export"));
    if (found.isEmpty() || found.get().isOver(clock.instant())) {
      exports.dropped(task);
      return;
    }
    Export export = found.get();
    Optional<Viewer> viewer = viewers.withoutSession(citizen);
    if (viewer.isEmpty() || task.attempt() > Export.MOST_ATTEMPTS) {
      LOG.atWarn().addKeyValue("reason", "export-failed").log("an export is given up");
      exports.failed(task, citizen, export);
      return;
    }
    String place = "exports/" + RandomText.make();
    List<Held> held = write(viewer.get(), place);
    try {
      long parts = exports.hold(citizen, export, task.attempt(), held);
      exports.ready(task, citizen, export, new Export.Content(place, task.attempt(), parts));
    } catch (RuntimeException e) {
      objects.removeExport(place);
      throw e;
    }
    LOG.atInfo()
        .addKeyValue("reason", "export-built")
        .addKeyValue("count", held.stream().mapToInt(each -> each.facts().size()).sum())
        .log("an export is built");
  }

  private List<Held> write(Viewer viewer, String place) {
    try (S3Upload upload = objects.upload(place, ZIP)) {
      List<Held> held = zip.write(viewer, upload);
      upload.finish();
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
