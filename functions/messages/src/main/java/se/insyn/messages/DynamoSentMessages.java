package se.insyn.messages;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.CaseEvents;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.messages.About;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.messages.SentName;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.value.Unavailable;
import se.insyn.domain.views.ViewedCase;
import se.insyn.dynamodb.CaseItems;
import se.insyn.dynamodb.SentMessage;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.StoredThread;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.http.Problem;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Sends what a citizen has written. Two batches of reads (the cases; what is there of the message,
 * its threads, its files and the day's count), one transaction: the message, its thread, the entry
 * in the outbox and the row of audit for each case, or nothing at all. Where a file is still
 * checked, the entry comes with the last verdict. A repeat is told by the message that is there.
 */
@Singleton
final class DynamoSentMessages {

  static final String COUNTED = "messages";

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final Cases cases;
  private final CaseEvents events;
  private final Clock clock;

  DynamoSentMessages(
      DynamoDbClient client,
      Tables tables,
      Transactions transactions,
      Cases cases,
      CaseEvents events,
      Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.cases = cases;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Begins a thread in each case that is written to.
   *
   * @throws Problem 404 for a case or fact that the viewer does not see, 409 for an id that stands
   *     for something else, 429 when the day's messages are used up
   */
  List<ThreadKey> begin(Viewer viewer, NewThread asked, String request) {
    List<VisibleCase> to = casesOf(viewer, asked);
    About about = about(viewer, asked.about());
    EventId name = SentName.of(viewer.citizen(), asked.id());
    // Looked for in every case: the same id with other recipients is something else, too.
    List<ThreadKey> everywhere =
        viewer.cases().stream().map(viewed -> ThreadKey.of(viewed.id(), name.value())).toList();
    List<ThreadKey> threads =
        to.stream().map(viewed -> ThreadKey.of(viewed.id(), name.value())).toList();
    return transactions.run(
        false,
        () -> {
          DynamoPlaces stored =
              stored(viewer, viewer.citizen(), everywhere, name, asked.message().attachmentIds());
          if (stored.isRepeat(request)) {
            return Decision.unchanged(threads);
          }
          DynamoEnclosed files = stored.enclosed(viewer, asked.message().attachmentIds());
          return new Decision<>(
              threads,
              writes(
                  to,
                  stored,
                  files,
                  of ->
                      new SentMessage(
                          of.viewed(),
                          name.value(),
                          name,
                          Recipients.named(of, asked.to()),
                          asked.subject(),
                          asked.message().text(),
                          isIn(of, asked.about()) ? about : null,
                          files.attachments(),
                          request)));
        });
  }

  /**
   * Sends a message in a thread of the viewer's.
   *
   * @throws Problem 409 for an id that stands for something else, 429 when the day's messages are
   *     used up
   */
  EventId reply(Viewer viewer, SeenThread thread, Reply asked, String request) {
    EventId name = SentName.of(viewer.citizen(), asked.id());
    return transactions.run(
        false,
        () -> {
          DynamoPlaces stored =
              stored(viewer, thread.holder(), List.of(thread.key()), name, asked.attachmentIds());
          if (stored.isRepeat(request)) {
            return Decision.unchanged(name);
          }
          DynamoEnclosed files = stored.enclosed(viewer, asked.attachmentIds());
          return new Decision<>(
              name,
              writes(
                  List.of(thread.viewed()),
                  stored,
                  files,
                  of ->
                      new SentMessage(
                          of.viewed(),
                          thread.name(),
                          name,
                          Recipients.of(thread, of),
                          null,
                          asked.text(),
                          null,
                          files.attachments(),
                          request)));
        });
  }

  private List<TransactWriteItem> writes(
      List<VisibleCase> to,
      DynamoPlaces stored,
      DynamoEnclosed files,
      Function<ViewedCase, SentMessage> message) {
    List<ViewedCase> viewed = ViewedCase.all(cases, to, Stockholm.today(clock));
    if (viewed.size() < to.size()) {
      throw Problem.notFound();
    }
    var writes = new ArrayList<TransactWriteItem>();
    var with = new ArrayList<Map<String, AttributeValue>>();
    var entries = new ArrayList<StoredAttachment.Entry>();
    for (ViewedCase each : viewed) {
      SentMessage sent = message.apply(each);
      StoredThread into = stored.thread(sent.key(), each.viewed());
      Instant at = into.next(stored.now());
      if (!each.viewed().keeps(() -> Message.KIND, at)) {
        // The case was erased this very moment, by a clock that is ahead of ours.
        throw new Unavailable("an erasure is not over yet");
      }
      writes.add(CaseItems.isStill(tables, each.stored()));
      SentMessage.Sending sending = sent.send(tables, into, at);
      writes.addAll(sending.writes());
      with.add(sent.itemKey(into));
      if (sending.entry() != null) {
        entries.add(sending.entry());
      }
    }
    writes.addAll(files.send(tables, with, entries));
    if (DailyMessages.areTooMany(stored.used(COUNTED), viewed.size())) {
      throw Problems.tooManyMessages(stored.now());
    }
    writes.add(stored.use(COUNTED, viewed.size()));
    if (writes.size() > Transactions.MOST_WRITES) {
      throw new InvalidMembers("/to", "must not be of so many cases");
    }
    return writes;
  }

  private static List<VisibleCase> casesOf(Viewer viewer, NewThread asked) {
    var to = new LinkedHashMap<String, VisibleCase>();
    for (NewThread.Recipient each : asked.to()) {
      to.put(each.caseId(), viewer.visible(each.caseId()).orElseThrow(Problem::notFound));
    }
    return List.copyOf(to.values());
  }

  private @Nullable About about(Viewer viewer, NewThread.@Nullable Asked about) {
    if (about == null) {
      return null;
    }
    return viewer
        .visible(about.caseId())
        .flatMap(viewed -> events.find(viewed, about.eventId()))
        .map(seen -> new About(about.eventId(), about.row()))
        .orElseThrow(Problem::notFound);
  }

  private static boolean isIn(ViewedCase of, NewThread.@Nullable Asked about) {
    return about != null && about.caseId().equals(of.viewed().id().value());
  }

  private DynamoPlaces stored(
      Viewer viewer,
      Citizen holder,
      List<ThreadKey> threads,
      EventId name,
      List<String> attachmentIds) {
    return DynamoPlaces.read(
        client, tables, viewer.citizen(), holder, threads, name, attachmentIds, clock.instant());
  }
}
