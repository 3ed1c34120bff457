package se.insyn.filechecks;

import java.util.Optional;
import se.insyn.domain.events.FileType;
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
    return FileType.of(announced.mediaType())
        .map(type -> against(type, content))
        .orElse(Optional.of(Refusal.WRONG_TYPE));
  }

  private static Optional<Refusal> against(FileType type, byte[] content) {
    if (!ContentType.is(type, content)) {
      return Optional.of(Refusal.WRONG_TYPE);
    }
    return switch (type) {
      case PDF ->
          ContentType.isWhole(content) ? PdfRules.against(content) : Optional.of(Refusal.BROKEN);
      case DOC -> DocRules.against(content);
      case DOCX -> DocxRules.against(content);
      case ODT -> OdtRules.against(content);
      case JPEG -> ImageRules.againstJpeg(content);
      case PNG -> ImageRules.againstPng(content);
    };
  }
}
