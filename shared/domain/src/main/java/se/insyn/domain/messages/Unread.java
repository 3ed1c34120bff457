package se.insyn.domain.messages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Olästa meddelanden: how many of each thread, and of all of them. */
public record Unread(Map<ThreadKey, Integer> byThread) {

  /** No more than so many are counted. */
  public static final int MOST = 300;

  public Unread {
    byThread = Map.copyOf(byThread);
  }

  /** Counts messages by the threads they stand in. */
  public static Unread of(List<ThreadKey> threads) {
    var byThread = new HashMap<ThreadKey, Integer>();
    threads.forEach(thread -> byThread.merge(thread, 1, Integer::sum));
    return new Unread(byThread);
  }

  public int in(ThreadKey thread) {
    return byThread.getOrDefault(thread, 0);
  }

  public int inAll() {
    return byThread.values().stream().mapToInt(Integer::intValue).sum();
  }
}
