package se.insyn.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that the demo's documents announce, by their SHA-256. */
final class DemoFiles {
  private final Map<String, byte[]> bySum;

  private DemoFiles(Map<String, byte[]> bySum) {
    this.bySum = bySum;
  }

  static DemoFiles in(Path folder) throws IOException {
    var bySum = new LinkedHashMap<String, byte[]>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "*.pdf")) {
        for (var file : files) {
          var content = Files.readAllBytes(file);
          bySum.put(sum(content), content);
        }
      }
    }
    return new DemoFiles(bySum);
  }

  /**
   * Hands over what the answer asks for and tells what could not be, one line each.
   *
   * @param pushed one event, or a list of them
   */
  List<String> handOver(CaseworkerSystem system, Object pushed, Map<String, Object> answer)
      throws IOException, InterruptedException {
    var events = pushed instanceof List<?> batch ? batch : List.of(pushed);
    var results = answer.get("results") instanceof List<?> several ? several : List.of(answer);
    var refused = new ArrayList<String>();
    for (int i = 0; i < results.size(); i++) {
      if (((Map<?, ?>) results.get(i)).get("upload") instanceof Map<?, ?> upload) {
        var content = bySum.get(announced((Map<?, ?>) events.get(i)));
        var status = content == null ? 404 : system.upload(upload, content).statusCode();
        // It lies there already where a start was cut short.
        if (status != 200 && status != 412) {
          refused.add("the file of " + ((Map<?, ?>) results.get(i)).get("id") + ": " + status);
        }
      }
    }
    return refused;
  }

  private static String announced(Map<?, ?> event) {
    return event.get("data") instanceof Map<?, ?> data && data.get("file") instanceof Map<?, ?> file
        ? String.valueOf(file.get("sha256"))
        : "";
  }

  private static String sum(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
