package se.insyn.local.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Sha256;
import se.insyn.local.LocalInsyn;

/** Documents with files, and what becomes of them. */
public final class Papers {
  private Papers() {}

  /** A file of the demo. */
  public static byte[] pdf(String name) {
    try {
      return Files.readAllBytes(Path.of("..", "events", "files", name + ".pdf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document of today for P1 that announces these bytes. */
  public static Push document(String caseNumber, String id, byte[] content) {
    return Pushes.file()
        .with("caseNumber", caseNumber)
        .with("id", id)
        .with("file/size", content.length)
        .with("file/sha256", Sha256.hex(content));
  }

  /** These bytes as an attachment of a message. */
  public static Map<String, Object> attachment(String id, byte[] content) {
    return Map.of(
        "id",
        id,
        "name",
        "Bilaga.pdf",
        "mediaType",
        "application/pdf",
        "size",
        (long) content.length,
        "sha256",
        Sha256.hex(content));
  }

  /** Waits until nothing waits to be checked any more. */
  public static boolean awaitChecks() {
    await(() -> LocalInsyn.shared().s3().keys("incoming/").isEmpty());
    return true;
  }

  /** Waits until it is so. */
  public static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("it does not come");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
