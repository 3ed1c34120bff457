package se.insyn.filechecks;

import java.util.Optional;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.value.Sha256;

/** Whether bytes are what was announced, and nothing else: the first thing that is not. */
final class FileRules {

  private FileRules() {}

  static Optional<Refusal> against(StoredFile announced, byte[] content) {
    if (content.length != announced.size()) {
      return Optional.of(Refusal.WRONG_LENGTH);
    }
    if (!Sha256.hex(content).equals(announced.sha256())) {
      return Optional.of(Refusal.WRONG_CHECKSUM);
    }
    if (!announced.mediaType().equals(StoredFile.PDF) || !ContentType.isPdfAlone(content)) {
      return Optional.of(Refusal.WRONG_TYPE);
    }
    if (!ContentType.isWhole(content)) {
      return Optional.of(Refusal.BROKEN);
    }
    return PdfRules.against(content);
  }
}
