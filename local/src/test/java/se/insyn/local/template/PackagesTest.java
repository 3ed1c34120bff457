package se.insyn.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the template sends to Lambda: the handler is in it, and nothing of the local run is. */
class PackagesTest {
  private static final Path ROOT = Path.of("..");

  static Iterable<FunctionDefinition> functions() throws IOException {
    return Template.read(ROOT.resolve("template.yaml")).functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyHandlerIsInItsPackageAndNothingOfTheLocalRunOrOfTests(FunctionDefinition function)
      throws IOException {
    var classes = classes(Files.readAllBytes(ROOT.resolve(function.zip())));

    assertThat(classes).contains(function.handler().replace('.', '/') + ".class");
    assertThat(classes)
        .noneMatch(name -> name.startsWith("se/insyn/local/"))
        .noneMatch(name -> name.startsWith("se/insyn/") && name.contains("/testing/"))
        .noneMatch(name -> name.startsWith("org/junit/") || name.startsWith("org/assertj/"))
        .noneMatch(name -> name.startsWith("software/amazon/dynamodb/services/local/"));
  }

  /** Those at the root, and those in the archives under {@code lib}. */
  private static Set<String> classes(byte[] archive) throws IOException {
    var classes = new TreeSet<String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".class")) {
          classes.add(entry.getName());
        } else if (entry.getName().endsWith(".jar")) {
          classes.addAll(classes(zip.readAllBytes()));
        }
      }
    }
    return classes;
  }
}
