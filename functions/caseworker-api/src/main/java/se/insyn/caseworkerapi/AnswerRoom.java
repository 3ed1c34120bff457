package se.insyn.caseworkerapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.insyn.domain.json.Json;

/**
 * What an answer has room for: a function can say no more than 6 MB. The results of a snapshot are
 * told in full while they fit, those after them without pointers and uploads, so that even the
 * largest one, all of it wrong, is answered.
 */
final class AnswerRoom {

  private static final int IN_FULL = 1024 * 1024;

  private static final String UPLOAD = "upload";

  private AnswerRoom() {}

  /** Whether every upload that the results offer is among what is told. */
  static boolean hasUploads(List<Map<String, Object>> told, List<Map<String, Object>> results) {
    return uploads(told) == uploads(results);
  }

  private static long uploads(List<Map<String, Object>> results) {
    return results.stream().filter(result -> result.containsKey(UPLOAD)).count();
  }

  static List<Map<String, Object>> fit(List<Map<String, Object>> results) {
    var told = new ArrayList<Map<String, Object>>();
    int size = 0;
    for (Map<String, Object> result : results) {
      size += Json.size(result);
      told.add(size <= IN_FULL ? result : shortened(result));
    }
    return told;
  }

  private static Map<String, Object> shortened(Map<String, Object> result) {
    var shortened = new LinkedHashMap<>(result);
    shortened.remove("ignored");
    shortened.remove(UPLOAD);
    if (result.get("problem") instanceof Map<?, ?> problem) {
      var bare = new LinkedHashMap<Object, Object>(problem);
      bare.remove("errors");
      shortened.put("problem", bare);
    }
    return shortened;
  }
}
