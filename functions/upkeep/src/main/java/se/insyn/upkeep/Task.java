package se.insyn.upkeep;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.insyn.domain.people.Citizen;

/**
 * Something to do that this call has taken upon itself, until the lease is over.
 *
 * @param key where it stands among the tasks
 * @param words what it says
 * @param readers whom it concerns
 * @param lease until when nobody else takes it, in milliseconds
 * @param attempt 1 at first
 */
record Task(
    String key, Map<String, String> words, List<Citizen> readers, long lease, long attempt) {

  Task {
    words = Map.copyOf(words);
    readers = List.copyOf(readers);
  }

  String word(String name) {
    return Objects.requireNonNull(words.get(name), name);
  }
}
