package se.insyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How each figure is taken. */
final class Measuring {

  private final Map<String, String> environment;
  private final Path work;

  /**
   * Measures in that environment.
   *
   * @param work where logs and caches are written
   */
  Measuring(Map<String, String> environment, Path work) {
    this.environment = environment;
    this.work = work;
  }

  /** A start without SnapStart, up to the first answer. */
  void cold(Subject subject, Measured measured) throws IOException, InterruptedException {
    try (var process = start(subject, false)) {
      process.invoke(subject.event());
      measured.coldWall.add(process.age().toNanos() / 1e6);
      measured.coldCpu.add(process.cpu().toNanos() / 1e6);
      measured.classes.add((double) process.classes());
    }
  }

  /** The same with a cache of the JDK's that a run before has left. */
  void cached(Subject subject, Measured measured) throws IOException, InterruptedException {
    Path cache = work.resolve(subject.name() + ".aot");
    if (!Files.exists(cache)) {
      try (var training = start(subject, "-XX:AOTCacheOutput=" + cache)) {
        training.invoke(subject.event());
        training.end();
      }
    }
    try (var process = start(subject, "-XX:AOTCache=" + cache)) {
      process.invoke(subject.event());
      measured.cachedCpu.add(process.cpu().toNanos() / 1e6);
    }
  }

  /** The first request after a restore, as with SnapStart. */
  void restored(Subject subject, Measured measured) throws IOException, InterruptedException {
    try (var process = start(subject, true)) {
      process.awaitFrozen();
      int before = process.classes();
      process.restore();
      long begun = System.nanoTime();
      process.invoke(subject.event());
      measured.firstAfterRestore.add((System.nanoTime() - begun) / 1e6);
      measured.classesAfterRestore.add((double) (process.classes() - before));
    }
  }

  /** Many calls of one process, one after the other. */
  void warm(Subject subject, int calls, Measured measured)
      throws IOException, InterruptedException {
    int quarter = calls / 4;
    try (var process = start(subject, false)) {
      var took = new double[calls];
      var heaps = new ArrayList<Long>();
      for (int call = 0; call < calls; call++) {
        long begun = System.nanoTime();
        process.invoke(subject.event());
        took[call] = (System.nanoTime() - begun) / 1e6;
        if ((call + 1) % quarter == 0) {
          heaps.add(process.heapAfterCollection());
        }
      }
      double second = Measured.quantile(Arrays.copyOfRange(took, quarter, 2 * quarter), 0.5);
      double[] last = Arrays.copyOfRange(took, 3 * quarter, calls);
      measured.warmHalf.add(Measured.quantile(last, 0.5));
      measured.warmMost.add(Measured.quantile(last, 0.99));
      measured.drift.add(Measured.quantile(last, 0.5) / second);
      measured.heap.add(heaps.getLast() / 1024.0);
      measured.heapGrowth.add((double) heaps.getLast() / heaps.get(1));
    }
  }

  private FunctionProcess start(Subject subject, boolean isFrozen) throws IOException {
    return FunctionProcess.start(
        subject, environment, List.of(), List.of(), isFrozen, log(subject));
  }

  /** Jars on the JVM's own class path alone can be in its cache. */
  private FunctionProcess start(Subject subject, String option) throws IOException {
    var jars = new ArrayList<Path>();
    jars.add(OwnJar.of(subject.folder(), work.resolve(subject.name() + "-own.jar")));
    try (var lib = Files.list(subject.folder().resolve("lib"))) {
      lib.sorted().forEach(jars::add);
    }
    return FunctionProcess.start(subject, environment, List.of(option), jars, false, log(subject));
  }

  private Path log(Subject subject) {
    return work.resolve(subject.name() + ".log");
  }
}
