package se.insyn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.insyn.bench.Subject.Kind;

/** The packages, each in a process of its own under the real runtime interface client. */
class PackagedTest {

  private static final long MB = 1_000_000;
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern STATUS = Pattern.compile("\\{\"statusCode\":([0-9]{3}),.*");

  /** The most classes, by those of the floor; 0.1 above what was seen. */
  private static final double MOST_HTTP = 2.2;

  private static final double MOST_WORKER = 2.0;

  private static final Map<String, List<String>> FOLDERS =
      Map.of(
          "floor", List.of(),
          "file-checks", List.of("files"),
          "notifications", List.of("feedback"),
          "upkeep", List.of());

  /**
   * The answers that are not 200: changes, and what names something that the demo does not have.
   */
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("http/cases-wrong-method", "405"),
          Map.entry("http/caseworker-api-acknowledge", "204"),
          Map.entry("http/decisions-calculation", "404"),
          Map.entry("http/documents-file", "404"),
          Map.entry("http/login", "303"),
          Map.entry("http/login-callback", "400"),
          Map.entry("http/login-logout", "204"),
          Map.entry("http/login-not-found", "404"),
          Map.entry("http/login-session-extend", "204"),
          Map.entry("http/messages-answer", "404"),
          Map.entry("http/messages-attachment", "404"),
          Map.entry("http/messages-attachment-new", "201"),
          Map.entry("http/messages-attachment-state", "404"),
          Map.entry("http/messages-draft-forget", "204"),
          Map.entry("http/messages-draft-keep", "204"),
          Map.entry("http/messages-new", "404"),
          Map.entry("http/messages-read", "404"),
          Map.entry("http/messages-reply", "404"),
          Map.entry("http/messages-thread", "404"),
          Map.entry("http/profile-confirm", "422"),
          Map.entry("http/profile-export", "404"),
          Map.entry("http/profile-export-order", "202"),
          Map.entry("http/timeline-calendar", "404"),
          Map.entry("http/timeline-event", "404"));

  @TempDir private static Path work;

  private static Running running;
  private static List<Subject> subjects;

  @BeforeAll
  static void start() throws Exception {
    running = Running.start(ROOT, Files.createDirectories(work.resolve("data")));
    subjects = Subject.all(running, work.resolve("functions"));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void noPackageIsLargerThanAllowed() throws IOException {
    var tooLarge = new TreeMap<String, Long>();
    for (Subject subject : subjects) {
      boolean readsDocuments = subject.name().equals("file-checks");
      long most = subject.kind() == Kind.WORKER && !readsDocuments ? 12 * MB : 16 * MB;
      if (subject.size() > most) {
        tooLarge.put(subject.name(), subject.size());
      }
    }
    assertThat(tooLarge).isEmpty();
  }

  /** A floor's worth is the runtime and the client of the tables; what is more is ours. */
  @Test
  void noFunctionLoadsManyTimesTheClassesOfTheFloor() throws Exception {
    var measuring = new Measuring(running.insyn().environment(), work);
    var loaded = new TreeMap<String, Double>();
    double floor = Double.NaN;
    for (Subject subject : subjects) {
      var measured = new Measured();
      measuring.cold(subject, measured);
      double classes = measured.classes.getFirst();
      if (subject.kind() == Kind.FLOOR) {
        floor = classes;
      } else if (classes / floor > (subject.kind() == Kind.HTTP ? MOST_HTTP : MOST_WORKER)) {
        loaded.put(subject.name(), classes / floor);
      }
    }
    assertThat(loaded).isEmpty();
  }

  @Test
  void everySampleIsAnsweredByItsPackage() throws Exception {
    var wanted = new TreeMap<String, String>();
    var seen = new TreeMap<String, String>();
    for (Subject subject : subjects) {
      List<String> samples = samples(subject);
      if (!samples.isEmpty()) {
        try (var process = start(subject)) {
          for (String sample : samples) {
            wanted.put(
                sample, sample.startsWith("http/") ? ANSWERS.getOrDefault(sample, "200") : "");
            seen.put(sample, status(process.reply(running.event(sample))));
          }
        }
      }
    }
    assertThat(seen).isEqualTo(wanted);
    assertThat(seen).containsKeys(ANSWERS.keySet().toArray(String[]::new));
  }

  private static FunctionProcess start(Subject subject) throws IOException {
    return FunctionProcess.start(
        subject,
        running.insyn().environment(),
        List.of(),
        List.of(),
        false,
        work.resolve(subject.name() + ".log"));
  }

  private static List<String> samples(Subject subject) throws IOException {
    var samples = new ArrayList<String>();
    for (String folder : FOLDERS.getOrDefault(subject.name(), List.of("http"))) {
      try (Stream<Path> files = Files.list(ROOT.resolve("events").resolve(folder))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".json"))
            .filter(name -> !folder.equals("http") || isOf(subject, name))
            .sorted()
            .forEach(name -> samples.add(folder + "/" + name.replace(".json", "")));
      }
    }
    return samples;
  }

  private static boolean isOf(Subject subject, String name) {
    String sample = name.replace(".json", "");
    return sample.equals(subject.name()) || sample.startsWith(subject.name() + "-");
  }

  private static String status(RuntimeApi.Reply reply) {
    var matcher = STATUS.matcher(reply.text());
    return reply.failed()
        ? "failed: " + reply.text()
        : matcher.matches() ? matcher.group(1) : reply.text();
  }
}
