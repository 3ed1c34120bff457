package se.insyn.filechecks;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.events.StoredFile;
import se.insyn.filechecks.DynamoAnnouncedFiles.Opening;

/**
 * What happens to a file that arrived. Whatever comes twice, late, out of order or for bytes that
 * nobody asked for changes nothing; only what a second try may get past is thrown.
 */
@Singleton
final class FileChecks {

  private static final Logger LOG = LoggerFactory.getLogger(FileChecks.class);

  private final MalwareScan scan;
  private final DynamoAnnouncedFiles announced;
  private final S3Bytes bytes;

  FileChecks(MalwareScan scan, DynamoAnnouncedFiles announced, S3Bytes bytes) {
    this.scan = scan;
    this.announced = announced;
    this.bytes = bytes;
  }

  void take(FileEvent event) {
    if (!bytes.areIn(event.bucket())) {
      LOG.atWarn().addKeyValue("reason", "another-bucket").log("an event is left alone");
      return;
    }
    ArrivedFile file = event.file();
    switch (scan.of(event.scan())) {
      case GO_ON -> check(file);
      case WAIT -> waitFor(file, event.scan());
      case MALWARE -> condemn(file);
      case CANNOT_BE_SCANNED -> refuse(file, Refusal.CANNOT_BE_SCANNED);
    }
  }

  private void waitFor(ArrivedFile file, @Nullable String word) {
    if (word != null) {
      LOG.atWarn().addKeyValue("reason", "no-verdict").log("the scanner could not say anything");
    }
    announced.arrived(file.key());
  }

  private void check(ArrivedFile file) {
    Optional<StoredFile> wanted = announced.wanted(file.key());
    if (wanted.isEmpty()) {
      bytes.discard(file);
      return;
    }
    Optional<byte[]> content = bytes.read(file, wanted.get().size());
    if (content.isEmpty()) {
      LOG.atWarn().addKeyValue("reason", "no-bytes").log("a file is gone before it was looked at");
      return;
    }
    Optional<Refusal> why = FileRules.against(wanted.get(), content.get());
    if (why.isPresent()) {
      refuse(file, why.get());
    } else {
      open(file, wanted.get(), content.get());
    }
  }

  /** The bytes lie where they are served from before anybody is led to them. */
  private void open(ArrivedFile file, StoredFile wanted, byte[] content) {
    bytes.keep(file.key(), wanted, content);
    Opening opening = announced.open(file.key());
    opening.replaced().ifPresent(earlier -> bytes.remove(file.key(), earlier));
    if (opening.isServed()) {
      LOG.atInfo().addKeyValue("reason", "ok").log("a file is accepted");
    } else {
      bytes.remove(file.key(), wanted);
    }
    bytes.discard(file);
  }

  private void refuse(ArrivedFile file, Refusal why) {
    if (announced.refuse(file.key(), why)) {
      LOG.atWarn().addKeyValue("reason", why.code()).log("a file is refused");
    }
    bytes.discard(file);
  }

  /** Malware closes also what was already open, should the scanner say so afterwards. */
  private void condemn(ArrivedFile file) {
    announced.condemn(file.key()).ifPresent(served -> bytes.remove(file.key(), served));
    // Also where nobody announced it, or it was refused before: that it came is worth knowing.
    LOG.atWarn().addKeyValue("reason", Refusal.MALWARE.code()).log("a file is refused");
    bytes.discard(file);
  }
}
