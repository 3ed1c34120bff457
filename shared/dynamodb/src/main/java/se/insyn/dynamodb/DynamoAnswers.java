package se.insyn.dynamodb;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.Line;
import se.insyn.domain.messages.Answers;
import se.insyn.domain.messages.Message;
import se.insyn.domain.messages.SentAnswer;
import se.insyn.domain.people.Citizen;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link Answers} on the table {@code messages}. */
@Singleton
public final class DynamoAnswers implements Answers {

  private final DynamoDbClient client;
  private final Tables tables;

  DynamoAnswers(DynamoDbClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  @Override
  public Map<Line, Instant> lastAnswered(Viewer viewer, Collection<Line> requests) {
    var of = new HashMap<Map<String, AttributeValue>, Line>();
    for (Line request : requests) {
      for (Citizen self : viewer.selves()) {
        if (request.viewed().isSelf(self)) {
          of.put(AnswerItems.key(self, request.viewed().id(), request.id()), request);
        }
      }
    }
    var answered = new HashMap<Line, Instant>();
    if (of.isEmpty()) {
      return answered;
    }
    for (var item : Batch.get(client, tables.messages(), of.keySet(), null)) {
      try {
        Line request =
            of.get(
                Map.of(
                    "citizen", Values.text(Values.text(item, "citizen")),
                    "item", Values.text(Values.text(item, "item"))));
        Instant at = Values.time(item, AnswerItems.AT);
        if (request != null && keeps(request.viewed(), at)) {
          answered.merge(request, at, (one, other) -> one.isAfter(other) ? one : other);
        }
      } catch (RuntimeException e) {
        Damaged.item("messages", e);
      }
    }
    return answered;
  }

  @Override
  public List<SentAnswer> all(Viewer viewer) {
    var all = new ArrayList<SentAnswer>();
    for (Citizen self : viewer.selves()) {
      for (var item : client.queryPaginator(AnswerItems.all(tables, self)).items()) {
        try {
          SentAnswer answer = AnswerItems.read(item);
          viewer
              .visible(answer.caseId().value())
              .filter(viewed -> viewed.isSelf(self) && keeps(viewed, answer.sentAt()))
              .ifPresent(viewed -> all.add(answer));
        } catch (RuntimeException e) {
          Damaged.item("messages", e);
        }
      }
    }
    return all;
  }

  private static boolean keeps(VisibleCase viewed, Instant at) {
    return viewed.keeps(() -> Message.KIND, at);
  }
}
