package se.insyn.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.insyn.local.Json;

/** Pushes the demo's files through the real interface, in the order of their names. */
public final class DemoPushes {
  private final Path folder;
  private final DemoFiles files;
  private final DemoDates dates;
  private final Function<String, CaseworkerSystem> systems;

  /**
   * The pushes of a folder.
   *
   * @param files the folder of the files that documents announce
   * @param systems the system that pushes for a source
   */
  public DemoPushes(
      Path folder, Path files, DemoDates dates, Function<String, CaseworkerSystem> systems)
      throws IOException {
    this.folder = folder;
    this.files = DemoFiles.in(files);
    this.dates = dates;
    this.systems = systems;
  }

  /** Pushes all of them and tells what was refused, one line each. */
  public List<String> push() throws IOException, InterruptedException {
    var refused = new ArrayList<String>();
    for (var file : files()) {
      var body = dates.in(Files.readString(file));
      var system = systems.apply(source(Json.value(body)));
      var answer = system.push(body);
      if (answer.statusCode() != 200) {
        refused.add(file.getFileName() + ": " + answer.statusCode() + " " + answer.body());
      } else {
        rejected(answer.body()).forEach(one -> refused.add(file.getFileName() + ": " + one));
        for (var one : files.handOver(system, Json.value(body), Json.object(answer.body()))) {
          refused.add(file.getFileName() + ": " + one);
        }
      }
    }
    return refused;
  }

  /** The files in the order in which they are pushed. */
  public List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static String source(Object body) {
    var first = body instanceof List<?> batch ? batch.getFirst() : body;
    return String.valueOf(((Map<?, ?>) first).get("source"));
  }

  private static List<String> rejected(String answer) {
    return Json.object(answer).get("results") instanceof List<?> results
        ? results.stream()
            .filter(result -> "rejected".equals(((Map<?, ?>) result).get("result")))
            .map(Json::text)
            .toList()
        : List.of();
  }
}
