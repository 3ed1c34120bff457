package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.exports.Export;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Sha256;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.s3.testing.LocalS3;

/**
 * 1,000 facts with 200 files of 1 MB among them, and a log as long, fit through a process that has
 * 512 MB in all. Prints what it took, which is what {@code bin/bench --export} shows; Linux tells
 * how much that was.
 */
class ExportMemoryTest {

  private static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);
  private static final int FACTS = 800;
  private static final int FILES = 200;
  private static final int MEGABYTE = 1024 * 1024;
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  @Test
  @SuppressWarnings("SystemOut") // a figure that is looked at
  void aLargeExportFitsIntoHalfAGigabyte() throws Exception {
    assumeThat(Path.of("/proc/self/status")).exists();
    // By the time of the process that builds it.
    try (var workshop = new Workshop(Clock.systemUTC().instant())) {
      fill(workshop);
      workshop.order(ELIAS, "large");
      long begun = System.nanoTime();

      long peak = run(workshop);

      var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
      assertThat(workshop.export(ELIAS, "large").state()).isEqualTo(Export.State.READY);
      var content = Objects.requireNonNull(workshop.export(ELIAS, "large").content());
      long size =
          workshop
              .s3
              .headObject(head -> head.bucket(workshop.bucket).key(content.place()))
              .contentLength();
      System.out.printf(
          "export of %d events, %d files of 1 MB: %d MB in %d s, at most %d MB resident%n",
          FACTS + FILES, FILES, size / MEGABYTE, seconds, peak / 1024);
      assertThat(size).isGreaterThan((long) FILES * MEGABYTE);
      assertThat(peak).as("kB").isLessThan(512 * 1024);
    }
  }

  private static void fill(Workshop workshop) {
    CaseId caseId = workshop.municipality.takeCase(Pushes.ofCase());
    String prose = "Utredning av behov och förutsättningar. ".repeat(500);
    List<Push> facts = new ArrayList<>();
    IntStream.range(0, FACTS)
        .forEach(i -> facts.add(Pushes.document().with("id", "TEXT-" + i).with("text", prose + i)));
    var random = new Random(1);
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = new byte[MEGABYTE];
      random.nextBytes(bytes);
      String sha256 = Sha256.hex(bytes);
      facts.add(
          Pushes.file()
              .with("id", "FIL-" + i)
              .with("file/size", MEGABYTE)
              .with("file/sha256", sha256));
      workshop.file(caseId, "FIL-" + i, sha256, bytes);
    }
    workshop.municipality.takeAll(caseId, facts);
    for (Push fact : facts) {
      workshop.audit(
          AuditItems.subject(caseId),
          Municipality.TAKEN_IN,
          "push",
          Map.of("what", fact.type(), "id", String.valueOf(fact.at("id"))));
    }
  }

  private static long run(Workshop workshop) throws IOException, InterruptedException {
    var settings = new HashMap<String, Object>(LocalDynamoDb.settings(workshop.tables));
    settings.putAll(LocalS3.settings(workshop.bucket));
    settings.putAll(Map.of("municipality.name", "Exempelby", "public.origin", "https://a.example"));
    settings.put("systems.clients", "lifecare=/lifecare");
    for (String name :
        List.of(
            "aws.endpointUrlDynamoDb",
            "aws.endpointUrlS3",
            "aws.region",
            "aws.accessKeyId",
            "aws.secretAccessKey")) {
      settings.put(name, System.getProperty(name));
    }
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As Lambda starts Java, with a heap that leaves room for the rest of it.
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ExportInChild.class.getName()));
    Path told = Files.createTempFile("export", ".log");
    Process child =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    assertThat(child.waitFor(10, TimeUnit.MINUTES)).isTrue();
    String output = Files.readString(told, StandardCharsets.UTF_8);
    Files.delete(told);
    var peak = PEAK.matcher(output);
    assertThat(peak.find()).as(output).isTrue();
    return Long.parseLong(peak.group(1));
  }
}
