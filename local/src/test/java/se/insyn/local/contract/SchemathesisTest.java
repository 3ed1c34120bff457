package se.insyn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.Office;
import se.insyn.local.hostile.People;

/**
 * What the OpenAPI documents say, against the running functions: schemathesis sends what they allow
 * and what they do not, and holds every answer against them (M01).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemathesisTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path TOOL = ROOT.resolve(".venv/bin/schemathesis");
  private static final Path CHECKS = ROOT.resolve("checks/contract");
  private static final Pattern GENERATED = Pattern.compile("Test cases:\\s+([0-9,]+) generated");

  private static final boolean FULL = Boolean.getBoolean("full");
  private static final int FEWEST = FULL ? 10_000 : 1_000;

  /** The same calls each time; another one finds other things: {@code -Dseed=7}. */
  private static final int SEED = Integer.getInteger("seed", 20261122);

  @BeforeAll
  void theDemoIsThere() throws Exception {
    assertThat(TOOL).as("bin/test installs schemathesis in .venv: run it once").isExecutable();
    assertThat(DemoData.only()).isEmpty();
    Office.lifecare().applies(People.caseOf("SCHEMA-1", "200308659978"));
  }

  @AfterAll
  void nothingOfItStays() {
    People.startOver();
  }

  @Test
  void everyAnswerIsAsPublishedWhateverIsSent() throws Exception {
    var runs =
        List.of(
            // The citizens first: afterwards the examples of pushes have changed their cases.
            run("citizen", People.MATTIAS, FULL ? 120 : 3, "--exclude-path", "/logout"),
            run("citizen", People.ELIAS, FULL ? 120 : 3, "--exclude-path", "/logout"),
            // By itself, because it ends the session that all else is tried with.
            run(
                "citizen",
                People.ASA,
                FULL ? 200 : 20,
                "--include-path",
                "/logout",
                "--phases",
                "examples,coverage,fuzzing"),
            // Every border of every member of a push is some thousand calls.
            FULL
                ? run("caseworker", "nobody", 200)
                : run("caseworker", "nobody", 25, "--phases", "examples,fuzzing,stateful"));
    assertThat(runs).allSatisfy(run -> assertThat(run.status()).as(run.output()).isZero());
    assertThat(runs.stream().mapToInt(Run::cases).sum()).isGreaterThanOrEqualTo(FEWEST);
  }

  private record Run(int status, String output) {

    int cases() {
      var generated = GENERATED.matcher(output);
      return generated.find() ? Integer.parseInt(generated.group(1).replace(",", "")) : 0;
    }
  }

  private static Run run(String document, String personalNumber, int examples, String... more)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                TOOL.toString(),
                "--config-file",
                "schemathesis.toml",
                "run",
                "../../docs/openapi/" + document + ".yaml",
                "--url",
                INSYN.origin().toString(),
                "--max-examples",
                Integer.toString(examples),
                "--seed",
                Integer.toString(SEED),
                "--no-color"));
    command.addAll(List.of(more));
    var browser = INSYN.browser();
    if (!personalNumber.equals("nobody")) {
      browser.login(personalNumber);
    }
    var log = File.createTempFile("schemathesis-" + document + "-", ".log", new File("target"));
    var process =
        new ProcessBuilder(command)
            .directory(CHECKS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    process
        .environment()
        .putAll(
            Map.of(
                "PYTHONPATH", CHECKS.toString(),
                "PYTHONDONTWRITEBYTECODE", "1",
                "HYPOTHESIS_STORAGE_DIRECTORY",
                    Path.of("target/hypothesis").toAbsolutePath().toString(),
                "INSYN_ORIGIN", INSYN.origin().toString(),
                "INSYN_CASE", "SCHEMA-1",
                "INSYN_TOKEN", Office.lifecare().token(),
                "INSYN_SESSION", String.valueOf(browser.cookie("__Host-insyn"))));
    var running = process.start();
    try {
      assertThat(running.waitFor(FULL ? 60 : 15, TimeUnit.MINUTES)).as("ends").isTrue();
    } finally {
      running.destroyForcibly();
    }
    var run = new Run(running.exitValue(), Files.readString(log.toPath()));
    System.out.printf("schemathesis %s: %d cases, seed %d, %s%n", document, run.cases(), SEED, log);
    return run;
  }
}
