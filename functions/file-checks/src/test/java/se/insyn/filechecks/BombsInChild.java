package se.insyn.filechecks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.value.Sha256;

/** Looks at files in a process of its own, and prints what is said of each. */
final class BombsInChild {

  /** What a line of it begins with; the others are log. */
  static final String SAID = "said: ";

  private BombsInChild() {}

  @SuppressWarnings("SystemOut") // the parent reads it
  public static void main(String[] files) throws IOException {
    for (String file : files) {
      byte[] content = Files.readAllBytes(Path.of(file));
      var announced = new StoredFile(StoredFile.PDF, content.length, Sha256.hex(content));
      System.out.println(
          SAID + FileRules.against(announced, content).map(Refusal::code).orElse("taken"));
    }
  }
}
