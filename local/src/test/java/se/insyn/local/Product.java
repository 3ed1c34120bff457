package se.insyn.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.insyn.local.template.Template;

/** The classes of all modules but this one. */
final class Product {
  private static final Path ROOT = Path.of("..");

  static final List<String> SHARED = List.of("domain", "dynamodb", "http", "kms", "lambda", "s3");
  static final JavaClasses ALL = product();

  private Product() {}

  private static Stream<String> modules() throws java.io.IOException {
    return Stream.concat(
        SHARED.stream().map(name -> "shared/" + name),
        functions().stream().map(name -> "functions/" + name));
  }

  /** The functions of the template. */
  static List<String> functions() throws java.io.IOException {
    return Template.read(ROOT.resolve("template.yaml")).functions().stream()
        .map(function -> String.valueOf(function.zip().getFileName()).replace(".zip", ""))
        .toList();
  }

  private static JavaClasses product() {
    try {
      var folders =
          modules().map(module -> ROOT.resolve(module).resolve("target/classes")).toList();
      return new ClassFileImporter()
          .importPaths(folders)
          // What the compiler's plugins write beside our classes is not ours to name.
          .that(
              describe(
                  "are written by us",
                  c -> !c.getSimpleName().contains("$") && !c.getName().contains(".$")));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
