package se.insyn.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.insyn.local.demo.Demo;
import se.insyn.local.events.Ticks;
import se.insyn.local.template.Template;

/** What {@code bin/run} starts: Insyn, the demo, and a word about where to click. */
public final class LocalRun {
  private static final int INSTANCES = 2;
  private static final String LOCK = "lock";

  private LocalRun() {}

  /** Runs until it is ended from outside. */
  @SuppressWarnings("SystemOut") // the console is where a person reads what to do
  public static void main(String[] arguments) throws Exception {
    var console = System.out;
    try {
      run(console, Clock.systemUTC(), environment(), List.of(arguments).contains("--fresh"));
    } catch (CannotStart e) {
      console.println(e.getMessage());
      System.exit(1);
    } catch (Exception e) {
      console.println("Insyn does not start: " + e.getMessage());
      e.printStackTrace();
      // The stand-ins' threads would keep the process alive.
      System.exit(1);
    }
  }

  private static void run(
      PrintStream console, Clock clock, Map<String, String> environment, boolean fresh)
      throws Exception {
    var root = Path.of("").toAbsolutePath();
    var data = Files.createDirectories(root.resolve(".insyn"));
    var port = port(environment, "PORT", 8080);
    var standInsPort = port(environment, "STANDINS_PORT", 8081);
    // That of the files stands next to it.
    port(Map.of(), "STANDINS_PORT", standInsPort + 1);
    Template.read(root.resolve("template.yaml")).wrongSettings(environment).stream()
        .findFirst()
        .ifPresent(
            wrong -> {
              throw new CannotStart(wrong);
            });
    lock(data);
    if (fresh) {
      empty(data);
    }
    var logs = Logs.to(data.resolve("insyn.log"));
    console.println("Starting ...");
    var begun = clock.millis();
    var insyn =
        Insyn.start(new LocalOptions(root, data, true, port, standInsPort, INSTANCES, environment));
    var refused = new Demo(insyn, root.resolve("events/case-updates"), data, clock).pushOnce();
    refused.forEach(line -> console.println("The demo lacks " + line));
    Ticks.start(
        60,
        () -> {
          insyn.tick();
          return true;
        });
    // Nobody who tries it out waits for a minute.
    Ticks.start(
        3,
        () -> {
          insyn.tick("Notifications");
          return true;
        });
    console.println(Welcome.text(insyn, logs.file(), clock));
    console.println("Ready after %.1f s.".formatted((clock.millis() - begun) / 1000.0));
  }

  /** Holds the data for this process alone, until it ends. */
  @SuppressWarnings("MustBeClosedChecker") // closed by the hook
  private static void lock(Path data) throws IOException {
    var file =
        FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      throw new CannotStart("Insyn is already running on these data: end it first.");
    }
    // The hook also keeps the channel reachable: a collected one lets go of the lock.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> release(file)));
  }

  /**
   * Deletes the data of last time; only who holds the lock may, or a running one would lose its
   * own.
   */
  private static void empty(Path data) throws IOException {
    try (var all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(data) && !path.equals(data.resolve(LOCK))) {
          Files.delete(path);
        }
      }
    }
  }

  private static void release(FileChannel file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(Map<String, String> environment, String name, int usual) {
    var given = environment.getOrDefault(name, String.valueOf(usual));
    if (!given.matches("[1-9][0-9]{0,4}")) {
      throw new CannotStart(name + " is no port: " + given);
    }
    var port = Integer.parseInt(given);
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException | IllegalArgumentException e) {
      throw new CannotStart(
          "Port %d is taken: choose another one, for example %s=%d bin/run"
              .formatted(port, name, port + 1000));
    }
  }

  @SuppressWarnings("SystemGetenv") // a setting may be overridden by a variable of its name
  private static Map<String, String> environment() {
    return System.getenv();
  }

  private static final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotStart(String why) {
      super(why);
    }
  }
}
