package se.insyn.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the template tells the functions, and what they ask for. */
class SettingsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern PROPERTY = Pattern.compile("@Property\\(name = \"([^\"]+)\"\\)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
  private static final Pattern RECORD =
      Pattern.compile(
          "@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s+(?:public )?record \\w+\\(([^)]*)\\)");

  @Test
  void theTemplateSetsWhatTheFunctionsAskForAndNothingElse() throws IOException {
    var asked = new TreeSet<String>();
    for (Path file : productFiles()) {
      String text = Files.readString(file);
      PROPERTY.matcher(text).results().forEach(found -> asked.add(variable(found)));
      if (isProperties(file)) {
        PLACEHOLDER.matcher(text).results().forEach(found -> asked.add(variable(found)));
      }
    }
    Set<String> given = Template.read(ROOT.resolve("template.yaml")).settingNames();

    assertThat(asked).containsExactlyInAnyOrderElementsOf(given);
  }

  @Test
  void everyRecordOfSettingsIsFilledWholeAndNothingElseIs() throws IOException {
    var asked = new TreeSet<String>();
    var filled = new TreeSet<String>();
    for (Path file : productFiles()) {
      String text = Files.readString(file);
      Path module = ROOT.relativize(file).subpath(0, 2);
      RECORD.matcher(text).results().forEach(found -> asked.addAll(members(module, found)));
      if (isProperties(file)) {
        var properties = new Properties();
        properties.load(Files.newBufferedReader(file));
        properties.stringPropertyNames().stream()
            .filter(name -> PLACEHOLDER.matcher(properties.getProperty(name)).matches())
            .forEach(name -> filled.add(module + " " + name));
      }
    }

    assertThat(filled).isNotEmpty().isEqualTo(asked);
  }

  private static List<Path> productFiles() throws IOException {
    var files = new ArrayList<Path>();
    for (String folder : List.of("shared", "functions")) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
        all.filter(file -> file.toString().contains("/src/main/"))
            .filter(file -> file.toString().endsWith(".java") || isProperties(file))
            .forEach(files::add);
      }
    }
    return files;
  }

  private static boolean isProperties(Path file) {
    return file.endsWith("application.properties");
  }

  /** {@code people.table} is set as {@code PEOPLE_TABLE}. */
  private static String variable(MatchResult name) {
    return name.group(1).replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** {@code clientId} of the record {@code login} is {@code login.client-id}. */
  private static List<String> members(Path module, MatchResult found) {
    return Stream.of(found.group(2).split(",", -1))
        .map(component -> component.strip().replaceAll("^.*\\s", ""))
        .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
        .map(name -> module + " " + found.group(1) + "." + name)
        .toList();
  }
}
