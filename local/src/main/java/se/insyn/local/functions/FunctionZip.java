package se.insyn.local.functions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.ZipInputStream;

/** A function's package, unpacked beside the data; unpacked again only when it has changed. */
public final class FunctionZip {
  private FunctionZip() {}

  /** The folder with the content of the zip. */
  public static Path unpacked(String function, Path zip, Path below) throws IOException {
    if (!Files.isRegularFile(zip)) {
      throw new IllegalStateException(
          function + " is not packaged: " + zip.getFileName() + " is missing");
    }
    var folder = below.resolve(function);
    var stamp = folder.resolve(".stamp");
    var mark = Files.size(zip) + " " + Files.getLastModifiedTime(zip);
    if (!Files.exists(stamp) || !Files.readString(stamp).equals(mark)) {
      delete(folder);
      unpack(zip, Files.createDirectories(folder).toRealPath());
      Files.writeString(stamp, mark);
    }
    return folder.toRealPath();
  }

  /** Deletes a folder with all that is in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("the zip holds a path that leads out of it");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
        }
      }
    }
  }
}
