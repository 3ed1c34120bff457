package se.insyn.bench;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import se.insyn.local.functions.RuntimeClient;

/**
 * A process of one function as Lambda starts it: the real runtime interface client, the package
 * unpacked, settings in the environment, one processor's worth of memory.
 */
final class FunctionProcess implements AutoCloseable {

  /** As Lambda starts a JVM of 1,769 MB. */
  private static final List<String> JVM =
      List.of(
          "-Xmx1442m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "--enable-native-access=ALL-UNNAMED");

  private static final Pattern ANSWERS_NO = Pattern.compile("\"statusCode\":[45]");

  private final RuntimeApi api;
  private final Process process;
  private final long begun;

  private FunctionProcess(RuntimeApi api, Process process, long begun) {
    this.api = api;
    this.process = process;
    this.begun = begun;
  }

  /**
   * Starts it.
   *
   * @param options of the JVM, besides those that Lambda sets
   * @param jars besides the runtime's own, before the function's folder
   * @param isFrozen whether it is one of a function with SnapStart
   * @param log where it writes to
   */
  static FunctionProcess start(
      Subject subject,
      Map<String, String> environment,
      List<String> options,
      List<Path> jars,
      boolean isFrozen,
      Path log)
      throws IOException {
    var api = new RuntimeApi();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(options);
    var classPath = new StringBuilder(RuntimeClient.classPath());
    jars.forEach(jar -> classPath.append(File.pathSeparator).append(jar));
    command.addAll(
        List.of("-cp", classPath.toString(), AWSLambda.class.getName(), subject.handler()));
    var builder =
        new ProcessBuilder(command)
            .directory(subject.folder().toFile()) // the class path begins where it is started
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var variables = builder.environment();
    variables.clear();
    variables.putAll(environment);
    variables.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API",
            api.address(),
            "AWS_LAMBDA_FUNCTION_NAME",
            subject.name(),
            "AWS_LAMBDA_FUNCTION_VERSION",
            "1",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "1769",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            subject.name(),
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "bench",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            isFrozen ? "snap-start" : "on-demand",
            "LAMBDA_TASK_ROOT",
            subject.folder() + File.separator,
            "_HANDLER",
            subject.handler(),
            "PATH",
            "/usr/bin:/bin"));
    long begun = System.nanoTime();
    return new FunctionProcess(api, builder.start(), begun);
  }

  /** How long ago it was started. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** What the process, not the machine, has used of processors. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** How many classes it has loaded, those of the JDK's archive with them; does not disturb it. */
  int classes() {
    String[] told =
        told("jstat", "-class", pid()).lines().toList().getLast().strip().split(" +", -1);
    return Integer.parseInt(told[0]);
  }

  /** The heap that is in use after a full collection, in KB. */
  long heapAfterCollection() {
    told("jcmd", pid(), "GC.run");
    // Of S0, S1, eden and old the used sizes stand at 3, 4, 6 and 8 of the columns.
    String[] told = told("jstat", "-gc", pid()).lines().toList().getLast().strip().split(" +", -1);
    return (long)
        (Double.parseDouble(told[2])
            + Double.parseDouble(told[3])
            + Double.parseDouble(told[5])
            + Double.parseDouble(told[7]));
  }

  void awaitFrozen() throws InterruptedException {
    api.awaitFrozen();
  }

  void restore() throws InterruptedException {
    api.restore();
    api.awaitAsking();
  }

  /** Hands over an event, whatever comes of it. */
  RuntimeApi.Reply reply(String event) throws InterruptedException {
    return api.invoke(event);
  }

  /** Hands over an event; fails where the function does, or answers that it cannot. */
  String invoke(String event) throws InterruptedException {
    RuntimeApi.Reply reply = reply(event);
    if (reply.failed() || ANSWERS_NO.matcher(reply.text()).find()) {
      throw new IllegalStateException("the function failed: " + reply.text());
    }
    return reply.text();
  }

  /** Lets it come to its end, as when the machine goes down. */
  void end() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private String pid() {
    return String.valueOf(process.pid());
  }

  private static String told(String... command) {
    try {
      command[0] = Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(told);
      }
      return told;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    api.close();
  }
}
