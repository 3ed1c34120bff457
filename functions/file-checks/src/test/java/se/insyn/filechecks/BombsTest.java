package se.insyn.filechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * H13: a file that becomes more than anybody has room or time for is refused, in a process that has
 * room for little. Archives are H13 too, but are no PDF: FileRulesTest.
 */
class BombsTest {

  @TempDir Path folder = Path.of("");

  @Test
  void everyBombIsRefusedInLittleRoomAndWhatIsNoneIsTaken() throws Exception {
    var files = new ArrayList<String>();
    var wanted = new ArrayList<String>();
    for (var bomb : Bombs.all().entrySet()) {
      byte[] content = bomb.getValue().get();
      assertThat(content.length).as(bomb.getKey()).isLessThanOrEqualTo(Bombs.LARGEST);
      files.add(written(bomb.getKey(), content));
      wanted.add("broken");
    }
    files.add(written("none", Bombs.none()));
    wanted.add("taken");

    assertThat(said(files)).isEqualTo(wanted);
  }

  private String written(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  /** What is said of each in a process that holds the largest file a few times and no more. */
  private List<String> said(List<String> files) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BombsInChild.class.getName());
    command.addAll(files);
    Path told = folder.resolve("told");
    Process child =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    try {
      assertThat(child.waitFor(5, TimeUnit.MINUTES)).as("all are read in time").isTrue();
    } finally {
      child.destroyForcibly();
    }
    try (Stream<String> lines = Files.lines(told, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith(BombsInChild.SAID))
          .map(line -> line.substring(BombsInChild.SAID.length()))
          .toList();
    }
  }
}
