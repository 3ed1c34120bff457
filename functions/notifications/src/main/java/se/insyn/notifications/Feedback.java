package se.insyn.notifications;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.MalformedJson;

/**
 * What SES tells of an e-mail by SNS: taken, delivered, bounced, complained about, refused. It
 * comes late, twice and in any order; what comes from elsewhere, or of nobody's attempt, is left
 * alone.
 */
@Singleton
final class Feedback {

  /** The name of the tag under which an e-mail carries its attempt. */
  static final String TAG = "attempt";

  private static final Logger LOG = LoggerFactory.getLogger(Feedback.class);

  private final DynamoAttempts attempts;
  private final String topic;

  Feedback(DynamoAttempts attempts, @Property(name = "feedback.topic") String topic) {
    this.attempts = attempts;
    this.topic = topic;
  }

  /** Takes the records of an event; what is none is left alone. */
  void take(List<?> records) {
    for (Object each : records) {
      @Nullable Object sns = member(each, "Sns");
      if (!topic.equals(member(sns, "TopicArn"))) {
        LOG.atWarn().addKeyValue("reason", "not-our-topic").log("a record is left alone");
      } else if (member(sns, "Message") instanceof String message) {
        take(message);
      }
    }
  }

  private void take(String message) {
    Map<?, ?> event;
    try {
      event = Json.parseObject(message);
    } catch (MalformedJson e) {
      LOG.atWarn().addKeyValue("reason", "no-json").log("a message is left alone");
      return;
    }
    String type = String.valueOf(member(event, "eventType"));
    String attempt = attempt(event);
    AttemptStatus status = status(type, event);
    if (attempt != null && status != null) {
      attempts.heard(attempt, status, closes(type, status));
    }
  }

  private static boolean closes(String type, AttemptStatus status) {
    return status == AttemptStatus.PERMANENT_FAILURE || type.equals("Complaint");
  }

  private static @Nullable AttemptStatus status(String type, Map<?, ?> event) {
    return switch (type) {
      case "Send" -> AttemptStatus.SENDING;
      case "DeliveryDelay" -> AttemptStatus.SENDING;
      case "Delivery", "Complaint" -> AttemptStatus.DELIVERED;
      case "Bounce" ->
          "Permanent".equals(member(member(event, "bounce"), "bounceType"))
              ? AttemptStatus.PERMANENT_FAILURE
              : AttemptStatus.TEMPORARY_FAILURE;
      case "Reject", "Rendering Failure" -> AttemptStatus.TECHNICAL_FAILURE;
      default -> null;
    };
  }

  /** Tags come as lists; ours has one value, made by us. */
  private static @Nullable String attempt(Map<?, ?> event) {
    Object values = member(member(member(event, "mail"), "tags"), TAG);
    return values instanceof List<?> list
            && list.size() == 1
            && list.getFirst() instanceof String id
            && id.matches("[A-Za-z0-9_-]{43}")
        ? id
        : null;
  }

  private static @Nullable Object member(@Nullable Object object, String name) {
    return object instanceof Map<?, ?> map ? map.get(name) : null;
  }
}
