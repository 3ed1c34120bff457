package se.insyn.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Everything that the functions and the stand-ins print, in one file. */
public final class Logs {
  /**
   * Prints every request line with its query, which on Lambda nobody would. Held, or it is lost.
   */
  private static final Logger TALKATIVE = Logger.getLogger("okhttp3.mockwebserver.MockWebServer");

  private final Path file;

  private Logs(Path file) {
    this.file = file;
  }

  /** From now on this process prints to the file instead of the console. */
  public static Logs to(Path file) throws IOException {
    OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    // Whoever logged before has bound the handlers to the streams of then; they are made anew.
    LogManager.getLogManager().readConfiguration();
    TALKATIVE.setLevel(Level.OFF);
    return new Logs(file);
  }

  public Path file() {
    return file;
  }

  /** A place in the log, for {@link #since}. */
  public long mark() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that were printed after the mark. */
  public List<String> since(long mark) {
    try {
      var bytes = Files.readAllBytes(file);
      return new String(Arrays.copyOfRange(bytes, (int) mark, bytes.length), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
