package se.insyn.filechecks;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.events.StoredFile;
import se.insyn.s3.AttachmentKey;
import se.insyn.s3.FileKey;
import se.insyn.s3.FilePlace;

/**
 * What happens to a file that arrived. Whatever comes twice, late, out of order or for bytes that
 * nobody asked for changes nothing; only what a second try may get past is thrown.
 */
@Singleton
final class FileChecks {

  private static final Logger LOG = LoggerFactory.getLogger(FileChecks.class);

  private final MalwareScan scan;
  private final DynamoAnnouncedFiles facts;
  private final DynamoSentFiles sent;
  private final S3Bytes bytes;

  FileChecks(MalwareScan scan, DynamoAnnouncedFiles facts, DynamoSentFiles sent, S3Bytes bytes) {
    this.scan = scan;
    this.facts = facts;
    this.sent = sent;
    this.bytes = bytes;
  }

  void take(FileEvent event) {
    if (!bytes.areIn(event.bucket())) {
      LOG.atWarn().addKeyValue("reason", "another-bucket").log("an event is left alone");
      return;
    }
    switch (event.file().place()) {
      case FileKey place -> take(event, new Arrival<>(facts, place, event.file()));
      case AttachmentKey place -> take(event, new Arrival<>(sent, place, event.file()));
    }
  }

  /** Bytes, the place that they are for, and who waits for them. */
  private record Arrival<P extends FilePlace>(
      AnnouncedFiles<P> announced, P place, ArrivedFile file) {}

  private <P extends FilePlace> void take(FileEvent event, Arrival<P> arrival) {
    switch (scan.of(event.scan())) {
      case GO_ON -> check(arrival);
      case WAIT -> waitFor(arrival, event.scan());
      case MALWARE -> condemn(arrival);
      case CANNOT_BE_SCANNED -> refuse(arrival, Refusal.CANNOT_BE_SCANNED);
    }
  }

  private static <P extends FilePlace> void waitFor(Arrival<P> arrival, @Nullable String word) {
    if (word != null) {
      LOG.atWarn().addKeyValue("reason", "no-verdict").log("the scanner could not say anything");
    }
    arrival.announced().arrived(arrival.place());
  }

  private <P extends FilePlace> void check(Arrival<P> arrival) {
    Optional<StoredFile> wanted = arrival.announced().wanted(arrival.place());
    if (wanted.isEmpty()) {
      bytes.discard(arrival.file());
      return;
    }
    Optional<byte[]> content = bytes.read(arrival.file(), wanted.get().size());
    if (content.isEmpty()) {
      LOG.atWarn().addKeyValue("reason", "no-bytes").log("a file is gone before it was looked at");
      return;
    }
    Optional<Refusal> why = FileRules.against(wanted.get(), content.get());
    if (why.isPresent()) {
      refuse(arrival, why.get());
    } else {
      open(arrival, wanted.get(), content.get());
    }
  }

  /** The bytes lie where they are served from before anybody is led to them. */
  private <P extends FilePlace> void open(Arrival<P> arrival, StoredFile wanted, byte[] content) {
    P place = arrival.place();
    bytes.keep(place, wanted, content);
    AnnouncedFiles.Opening opening = arrival.announced().open(place);
    opening.replaced().ifPresent(earlier -> bytes.remove(place, earlier));
    if (opening.isServed()) {
      LOG.atInfo().addKeyValue("reason", "ok").log("a file is accepted");
    } else {
      bytes.remove(place, wanted);
    }
    bytes.discard(arrival.file());
  }

  private <P extends FilePlace> void refuse(Arrival<P> arrival, Refusal why) {
    if (arrival.announced().refuse(arrival.place(), why)) {
      LOG.atWarn().addKeyValue("reason", why.code()).log("a file is refused");
    }
    bytes.discard(arrival.file());
  }

  /** Malware closes also what was already open, should the scanner say so afterwards. */
  private <P extends FilePlace> void condemn(Arrival<P> arrival) {
    arrival
        .announced()
        .condemn(arrival.place())
        .ifPresent(served -> bytes.remove(arrival.place(), served));
    // Also where nobody announced it, or it was refused before: that it came is worth knowing.
    LOG.atWarn().addKeyValue("reason", Refusal.MALWARE.code()).log("a file is refused");
    bytes.discard(arrival.file());
  }
}
