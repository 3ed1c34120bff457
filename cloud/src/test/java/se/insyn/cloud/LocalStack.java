package se.insyn.cloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * LocalStack as the surroundings of every test in this process: started before the first of them by
 * {@code bin/localstack}, which ends when its input does. JUnit finds it by its file among the test
 * resources. Where it cannot start, no test passes: the script says what to install.
 */
public final class LocalStack implements LauncherSessionListener {

  private static final Pattern READY = Pattern.compile("Ready .*(http://127\\.0\\.0\\.1:\\d+) .*");

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      Process process =
          new ProcessBuilder(root().resolve("bin/localstack").toString(), "--until-eof")
              .redirectErrorStream(true)
              .start();
      String endpoint = endpoint(process);
      System.setProperty("localstack", endpoint);
      System.setProperty("aws.endpointUrl", endpoint);
      System.setProperty("aws.region", "eu-north-1");
      System.setProperty("aws.accessKeyId", "test");
      System.setProperty("aws.secretAccessKey", "test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String endpoint(Process process) throws IOException {
    var said = new StringBuilder();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return ready.group(1);
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("bin/localstack did not start:\n" + said);
  }

  /** The folder of the repository. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "no template.yaml above this module");
    }
    return folder;
  }
}
