import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a function as Lambda takes it: its own classes at the root, the jars that it needs in
 * {@code lib}. The jars are stored in it without compression, so that the zip around them finds
 * what their classes have in common: two thirds of the size, and nothing to be inflated when a
 * class is loaded. The same input gives the same bytes.
 *
 * <p>{@code java tools/PackFunction.java ZIP CLASSPATH}
 */
final class PackFunction {

  private static final LocalDateTime ANY = LocalDateTime.of(2026, 1, 1, 0, 0);

  private PackFunction() {}

  public static void main(String[] arguments) throws IOException {
    Path zip = Path.of(arguments[0]);
    List<Path> classPath =
        Stream.of(arguments[1].split(Pattern.quote(File.pathSeparator))).map(Path::of).toList();
    if (!Files.isDirectory(classPath.getFirst())) {
      return; // the parent of the functions, which is none itself
    }
    Path written = zip.resolveSibling(zip.getFileName() + ".part");
    try (var out = new ZipOutputStream(Files.newOutputStream(written))) {
      for (Path path : classPath) {
        if (Files.isDirectory(path)) {
          addFolder(out, path);
        } else {
          out.putNextEntry(entry("lib/" + path.getFileName()));
          store(path, out);
        }
      }
    }
    Files.move(written, zip, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void addFolder(ZipOutputStream out, Path folder) throws IOException {
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files = all.filter(file -> !file.equals(folder)).sorted().toList();
    }
    for (Path file : files) {
      boolean isFolder = Files.isDirectory(file);
      String name = folder.relativize(file).toString().replace('\\', '/');
      out.putNextEntry(entry(name + (isFolder ? "/" : "")));
      if (!isFolder) {
        Files.copy(file, out);
      }
    }
  }

  /** Folders stay in it: libraries look for some of them by name. */
  private static void store(Path jar, OutputStream out) throws IOException {
    var stored = new ZipOutputStream(out);
    stored.setMethod(ZipOutputStream.STORED);
    try (var in = new ZipFile(jar.toFile())) {
      for (ZipEntry each : in.stream().toList()) {
        byte[] content = in.getInputStream(each).readAllBytes();
        var sum = new CRC32();
        sum.update(content);
        ZipEntry entry = entry(each.getName());
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(sum.getValue());
        stored.putNextEntry(entry);
        stored.write(content);
        stored.closeEntry();
      }
    }
    stored.finish();
  }

  private static ZipEntry entry(String name) {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(ANY);
    return entry;
  }
}
