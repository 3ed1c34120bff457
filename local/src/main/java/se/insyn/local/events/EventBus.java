package se.insyn.local.events;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.insyn.local.Json;
import se.insyn.local.functions.FunctionFailed;
import se.insyn.local.functions.FunctionPool;
import se.insyn.local.template.Rule;

/**
 * EventBridge and SNS in this process: an event goes to every function whose rule asks for it, a
 * message to every one that listens to its topic, and again, twice at most, when the function
 * fails.
 */
public final class EventBus implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EventBus.class.getName());
  private static final int TRIES = 3;

  private final List<Rule> rules;
  private final Map<String, List<String>> listeners;
  private final Map<String, FunctionPool> functions;
  private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

  /** A bus with these rules; a function may come into the map until the first event for it. */
  public EventBus(
      List<Rule> rules, Map<String, List<String>> listeners, Map<String, FunctionPool> functions) {
    this.rules = List.copyOf(rules);
    this.listeners = Map.copyOf(listeners);
    this.functions = functions;
  }

  /** Hands the event on and does not wait. */
  public void put(Map<String, Object> event) {
    rules.stream()
        .filter(rule -> rule.asksFor(event))
        .forEach(rule -> deliveries.execute(() -> deliver(rule.function(), event)));
  }

  /** Tells a topic something, as SNS would, and does not wait. */
  public void publish(String topic, Map<String, Object> message) {
    Map<String, Object> sns =
        Map.of(
            "Type",
            "Notification",
            "MessageId",
            UUID.randomUUID().toString(),
            "TopicArn",
            topic,
            "Message",
            Json.text(message));
    Map<String, Object> event =
        Map.of("Records", List.of(Map.of("EventSource", "aws:sns", "Sns", sns)));
    listeners
        .getOrDefault(topic, List.of())
        .forEach(function -> deliveries.execute(() -> deliver(function, event)));
  }

  @Override
  public void close() {
    deliveries.shutdownNow();
  }

  private void deliver(String function, Map<String, Object> event) {
    var pool = functions.get(function);
    if (pool == null) {
      throw new IllegalStateException(function + " is not there");
    }
    for (int tries = 1; tries <= TRIES; tries++) {
      try {
        if (pool.invoke(Json.bytes(event)) != null) {
          return;
        }
      } catch (FunctionFailed e) {
        LOG.log(Level.WARNING, e, () -> function + " failed with an event");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    LOG.warning(() -> "an event for " + function + " is lost");
  }
}
