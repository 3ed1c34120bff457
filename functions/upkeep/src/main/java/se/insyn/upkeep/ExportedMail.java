package se.insyn.upkeep;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.messages.Answers;
import se.insyn.domain.messages.Draft;
import se.insyn.domain.messages.SeenMessage;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.SentAnswer;
import se.insyn.domain.messages.Threads;
import se.insyn.domain.value.Page;
import se.insyn.dynamodb.CitizenItems;

/**
 * What the viewer wrote and was written to, for an export: threads and their messages, newest
 * first, some in memory at a time; what they sent in; what they have begun to write.
 */
record ExportedMail(Viewer viewer, Threads threads, Answers answers, CitizenItems items) {

  /** A message can be some 50 KB. */
  private static final int AT_ONCE = 50;

  /** What is done with each message. */
  interface Writer<T> {
    void write(T each) throws IOException;
  }

  void eachThread(Writer<SeenThread> writer) throws IOException {
    String after = null;
    do {
      Page<SeenThread> some = threads.newestFirst(viewer, AT_ONCE, after);
      for (SeenThread thread : some.items()) {
        writer.write(thread);
      }
      after = some.next();
    } while (after != null);
  }

  void eachMessage(SeenThread thread, Writer<SeenMessage> writer) throws IOException {
    String after = null;
    do {
      Page<SeenMessage> some = threads.newest(viewer, thread, AT_ONCE, after);
      for (SeenMessage message : some.items()) {
        writer.write(message);
      }
      after = some.next();
    } while (after != null);
  }

  List<SentAnswer> sentIn() {
    return answers.all(viewer).stream().sorted(Comparator.comparing(SentAnswer::sentAt)).toList();
  }

  List<Draft> begun(Instant now) {
    return items
        .drafts(viewer.citizen(), now)
        .sorted(Comparator.comparing(Draft::updatedAt))
        .toList();
  }
}
