package se.insyn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.insyn.local.Json;
import se.insyn.local.LocalInsyn;
import se.insyn.local.hostile.People;

/** What docs/integrate.md tells to type is typed, and answers what stands there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntegrateTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  /** Where the page leaves out what differs each time. */
  private static final String ANYTHING = "…";

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  void nothingIsThere() {
    People.startOver();
  }

  @AfterAll
  void nothingOfItStays() {
    People.startOver();
  }

  private record Block(String language, String text) {}

  @Test
  void everyCommandWorksAndAnswersWhatThePageSays() throws Exception {
    List<Block> blocks = blocks();
    var script = new StringBuilder("set -euo pipefail\n");
    var expected = new LinkedHashMap<Path, Block>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).language().equals("sh")) {
        var out = folder.resolve("out-" + i);
        script.append("{\n").append(blocks.get(i).text()).append("} > '").append(out).append("'\n");
        if (i + 1 < blocks.size() && !blocks.get(i + 1).language().equals("sh")) {
          expected.put(out, blocks.get(i + 1));
        }
      }
    }
    assertThat(expected).hasSizeGreaterThan(15);

    assertThat(run(script.toString())).as("all commands succeed").isEqualTo("0 ");
    var different = new ArrayList<String>();
    for (var each : expected.entrySet()) {
      var answered = Files.readString(each.getKey());
      if (!isAsWritten(each.getValue(), answered)) {
        different.add("expected " + each.getValue().text() + "but was " + answered);
      }
    }
    assertThat(different).isEmpty();
  }

  private static boolean isAsWritten(Block written, String answered) {
    return written.language().equals("json")
        ? matches(Json.value(written.text()), Json.value(answered))
        : written.text().equals(answered);
  }

  private static boolean matches(Object written, @Nullable Object answered) {
    if (written instanceof Map<?, ?> members && answered instanceof Map<?, ?> other) {
      return members.keySet().equals(other.keySet())
          && members.entrySet().stream()
              .allMatch(member -> matches(member.getValue(), other.get(member.getKey())));
    }
    if (written instanceof List<?> list && answered instanceof List<?> other) {
      boolean same = list.size() == other.size();
      for (int i = 0; same && i < list.size(); i++) {
        same = matches(list.get(i), other.get(i));
      }
      return same;
    }
    return written.equals(ANYTHING) || written.equals(answered);
  }

  private static List<Block> blocks() throws IOException {
    var page =
        Files.readString(ROOT.resolve("docs/integrate.md"))
            .replace("http://localhost:${PORT:-8080}", INSYN.origin().toString())
            .replace("http://localhost:${STANDINS_PORT:-8081}/systems", INSYN.systemsIssuer());
    return BLOCK
        .matcher(page)
        .results()
        .map(block -> new Block(block.group(1), block.group(2)))
        .toList();
  }

  /** The status and what was said on standard error. */
  private String run(String script) throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("script"), script);
    var errors = File.createTempFile("integrate-", ".log", new File("target"));
    var running =
        new ProcessBuilder("bash", file.toString())
            .directory(ROOT.toFile())
            .redirectError(errors)
            .start();
    try {
      assertThat(running.waitFor(3, TimeUnit.MINUTES)).as("ends").isTrue();
    } finally {
      running.destroyForcibly();
    }
    return running.exitValue() + " " + Files.readString(errors.toPath());
  }
}
