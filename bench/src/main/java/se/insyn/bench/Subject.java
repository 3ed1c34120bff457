package se.insyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.insyn.local.functions.FunctionZip;

/**
 * What is measured.
 *
 * @param name of the function, as its folder has it
 * @param kind what it has to reach
 * @param zip its package
 * @param folder where that lies unpacked
 * @param handler the class that is called
 * @param event the call that is repeated; changes nothing
 */
record Subject(String name, Kind kind, Path zip, Path folder, String handler, String event) {

  /** What a function answers to. */
  enum Kind {
    FLOOR,
    HTTP,
    WORKER
  }

  /** The sample of each function's most usual call, by the function's name. */
  private static final Map<String, String> SAMPLES =
      Map.of(
          "login", "http/login-session",
          "cases", "http/cases-start",
          "timeline", "http/timeline-events",
          "decisions", "http/decisions-all",
          "documents", "http/documents-all",
          "messages", "http/messages-threads",
          "profile", "http/profile",
          "caseworker-api", "http/caseworker-api-read-back",
          "file-checks", "files/file-arrived");

  /** The floor, then every function of the template. */
  static List<Subject> all(Running running, Path work) throws IOException {
    var all = new ArrayList<Subject>();
    Path floor = running.root().resolve("bench/floor/target/floor.zip");
    all.add(
        new Subject(
            "floor",
            Kind.FLOOR,
            floor,
            FunctionZip.unpacked("floor", floor, work),
            "se.insyn.floor.FloorHandler",
            "{}"));
    for (var function : running.insyn().functions()) {
      Path zip = running.root().resolve(function.zip());
      String name = zip.getFileName().toString().replace(".zip", "");
      boolean isHttp = function.handler().equals("se.insyn.http.HttpFunction");
      all.add(
          new Subject(
              name,
              isHttp ? Kind.HTTP : Kind.WORKER,
              zip,
              FunctionZip.unpacked(name, zip, work),
              function.handler(),
              running.event(SAMPLES.get(name))));
    }
    return all;
  }

  /** The size of the package in bytes. */
  long size() throws IOException {
    return Files.size(zip);
  }
}
