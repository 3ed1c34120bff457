package se.insyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What lies at the root of a package, with its folders, as a jar. */
final class OwnJar {

  private OwnJar() {}

  /** Writes it, if it is not there yet. */
  static Path of(Path folder, Path jar) throws IOException {
    if (Files.exists(jar)) {
      return jar;
    }
    try (var out = new ZipOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(folder)) {
      for (Path file : files.filter(file -> !file.equals(folder)).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (name.equals("lib") || name.startsWith("lib/") || name.startsWith(".")) {
          continue;
        }
        boolean isFolder = Files.isDirectory(file);
        out.putNextEntry(new ZipEntry(name + (isFolder ? "/" : "")));
        if (!isFolder) {
          Files.copy(file, out);
        }
      }
    }
    return jar;
  }
}
