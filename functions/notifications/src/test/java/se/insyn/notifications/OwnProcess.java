package se.insyn.notifications;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import se.insyn.domain.json.Json;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.testing.Crash;
import se.insyn.dynamodb.testing.Ticking;

/** One call of the function in a process of its own, which is killed on the way. */
final class OwnProcess {

  private static final List<String> PROVIDED =
      List.of(
          "aws.endpointUrlDynamoDb",
          "aws.endpointUrlSes",
          "aws.endpointUrlSns",
          "aws.region",
          "aws.accessKeyId",
          "aws.secretAccessKey");

  private OwnProcess() {}

  /**
   * Calls the function with an event.
   *
   * @param changes so many calls that change something are made; before the next it is killed
   * @return whether it was killed
   */
  static boolean isKilled(int changes, Noticeboard board, String event)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    PROVIDED.forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.add("-Dhalts.after=" + changes);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), OwnProcess.class.getName()));
    command.add(board.clock.instant().toString());
    command.add(event);
    Tables tables = board.tables;
    command.addAll(
        List.of(
            tables.people(),
            tables.cases(),
            tables.sessions(),
            tables.citizens(),
            tables.messages(),
            tables.systems(),
            tables.notices(),
            tables.audit()));
    var log = File.createTempFile("notifications", ".log");
    log.deleteOnExit();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    int end = process.waitFor();
    if (end != 0 && end != Crash.HALTED) {
      throw new IllegalStateException(
          java.nio.file.Files.readString(log.toPath(), StandardCharsets.UTF_8));
    }
    return end == Crash.HALTED;
  }

  /** The process. */
  public static void main(String[] words) throws IOException {
    var tables =
        new Tables(words[2], words[3], words[4], words[5], words[6], words[7], words[8], words[9]);
    var handler =
        new NotificationsHandler(
            Noticeboard.context(new Ticking(Instant.parse(words[0])), tables, 1000));
    handler.handleRequest(
        new ByteArrayInputStream(
            Json.write(Json.parseObject(words[1])).getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        new io.micronaut.function.aws.proxy.MockLambdaContext());
    // The clients' threads would keep it.
    System.exit(0);
  }
}
