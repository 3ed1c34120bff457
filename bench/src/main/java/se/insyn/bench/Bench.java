package se.insyn.bench;

import static se.insyn.bench.Measured.median;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.insyn.local.Logs;

/**
 * Measures the packaged functions side by side with the floor, interleaved, so that what else the
 * machine does falls on all of them, and prints a table: medians of the rounds.
 */
public final class Bench {

  private static final String LINE =
      "%-15s %5s | %7s %5s %5s %5s | %5s %5s | %6s %5s | %6s %6s %5s | %5s %5s%n";

  private Bench() {}

  /**
   * Runs it.
   *
   * @param arguments the repository, a folder to work in, rounds, warm calls, and the names of the
   *     functions; none for all
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Path work = Files.createDirectories(Path.of(arguments[1]));
    Logs.to(work.resolve("insyn.log"));
    // The only way out: DynamoDB Local's threads stay.
    try {
      run(arguments, work, out);
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(String[] arguments, Path work, PrintStream out) throws Exception {
    Path root = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[2]);
    int calls = Integer.parseInt(arguments[3]);
    List<String> names = List.of(arguments).subList(4, arguments.length);
    try (var running = Running.start(root, Files.createDirectories(work.resolve("data")))) {
      var measured = new LinkedHashMap<Subject, Measured>();
      Subject.all(running, work.resolve("functions")).stream()
          .filter(
              subject ->
                  names.isEmpty()
                      || subject.kind() == Subject.Kind.FLOOR
                      || names.contains(subject.name()))
          .forEach(subject -> measured.put(subject, new Measured()));
      measure(new Measuring(running.insyn().environment(), work), measured, rounds, calls);
      print(measured, out);
    }
  }

  private static void measure(
      Measuring measuring, Map<Subject, Measured> measured, int rounds, int calls)
      throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (var each : measured.entrySet()) {
        measuring.cold(each.getKey(), each.getValue());
        measuring.cached(each.getKey(), each.getValue());
        measuring.restored(each.getKey(), each.getValue());
      }
    }
    for (var each : measured.entrySet()) {
      if (calls > 0) {
        measuring.warm(each.getKey(), calls, each.getValue());
      }
    }
  }

  private static void print(Map<Subject, Measured> measured, PrintStream out) throws IOException {
    Measured floor =
        measured.entrySet().stream()
            .filter(each -> each.getKey().kind() == Subject.Kind.FLOOR)
            .findFirst()
            .orElseThrow()
            .getValue();
    out.printf(
        LINE, "", "zip", "classes", "cold", "x", "wall", "AOT", "x", "loaded", "first", "p50",
        "p99", "x", "drift", "heap");
    out.printf(
        LINE, "", "MB", "", "cpu", "floor", "ms", "cpu", "floor", "after", "ms", "ms", "ms",
        "floor", "", "grows");
    for (var each : measured.entrySet()) {
      Measured seen = each.getValue();
      out.printf(
          LINE,
          each.getKey().name(),
          number("%.1f", each.getKey().size() / 1e6),
          number("%.0f", median(seen.classes)),
          number("%.0f", median(seen.coldCpu)),
          number("%.2f", median(seen.coldCpu) / median(floor.coldCpu)),
          number("%.0f", median(seen.coldWall)),
          number("%.0f", median(seen.cachedCpu)),
          number("%.2f", median(seen.cachedCpu) / median(floor.cachedCpu)),
          number("%.0f", median(seen.classesAfterRestore)),
          number("%.0f", median(seen.firstAfterRestore)),
          number("%.2f", median(seen.warmHalf)),
          number("%.2f", median(seen.warmMost)),
          number("%.2f", median(seen.warmHalf) / median(floor.warmHalf)),
          number("%.2f", median(seen.drift)),
          number("%.2f", median(seen.heapGrowth)));
    }
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
