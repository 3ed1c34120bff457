package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.insyn.domain.notices.Channel;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Ticking;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Many notices wait, and two calls go through them at once, minute after minute by clocks that only
 * the pace moves on. The long round has as many as a large city.
 */
class DrainTest {

  private static final int WAITING = Boolean.getBoolean("full") ? 200_000 : 5_000;
  private static final int PER_SECOND = 20;
  private static final Duration GAP = Duration.ofSeconds(1).dividedBy(PER_SECOND);

  /** A call begins nothing after 50 seconds; and those that wait for their turn by then. */
  private static final Duration CALL = Duration.ofSeconds(52);

  private static final long MEGABYTES = 1 << 20;

  private final Crowd crowd = new Crowd();
  private final AtomicIntegerArray told = new AtomicIntegerArray(WAITING);

  @Test
  void twoCallsAtOnceTellEachOnceAtTheConfiguredPaceInConstantMemory() {
    crowd.waits(WAITING);
    var one = new Dispatcher();
    var other = new Dispatcher();
    long memory = 0;
    int rounds = 0;
    try (var threads = Executors.newFixedThreadPool(2)) {
      while (one.count() + other.count() < WAITING && rounds <= WAITING) {
        CompletableFuture.allOf(
                CompletableFuture.runAsync(one::minute, threads),
                CompletableFuture.runAsync(other::minute, threads))
            .join();
        memory = rounds == 0 ? used() : memory;
        rounds++;
      }
    }
    one.minute();
    other.minute();

    assertThat(IntStream.range(0, WAITING).filter(i -> told.get(i) != 1)).isEmpty();
    assertThat(one.count() + other.count()).isEqualTo(WAITING);
    // Both of them are never slower than one alone.
    assertThat(rounds).isBetween(2, 1 + WAITING / (50 * PER_SECOND));
    assertThat(used() - memory).isLessThan(16 * MEGABYTES);
    one.context.close();
    other.context.close();
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** A process of the function, with a clock and a mail service of its own. */
  private final class Dispatcher implements Carrier {

    private final Ticking clock = new Ticking(Crowd.NOW);
    private final List<Instant> sent = new ArrayList<>();
    private int before;
    private final ApplicationContext context = context(crowd.tables());

    private ApplicationContext context(Tables tables) {
      return Noticeboard.context(
          clock,
          tables,
          PER_SECOND,
          RuntimeBeanDefinition.builder(DynamoDbClient.class, () -> LocalDynamoDb.start().near())
              .replaces(DynamoDbClient.class)
              .build(),
          RuntimeBeanDefinition.builder(Carrier.class, () -> this).replaces(SesMail.class).build());
    }

    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public synchronized Outcome send(String attempt, String address, Text text) {
      told.incrementAndGet(Crowd.person(address));
      sent.add(clock.instant());
      return Outcome.TAKEN;
    }

    /** A call of the scheduler. */
    void minute() {
      Instant begun = clock.instant();
      context.getBean(Notifications.class).run();
      Duration took = Duration.between(begun, clock.instant());
      assertThat(took).isLessThan(CALL);
      assertThat((long) sent.size()).isLessThanOrEqualTo(took.dividedBy(GAP) + 1);
      before += sent.size();
      sent.clear();
      clock.passes(Duration.ofSeconds(60).minus(took));
    }

    int count() {
      return before;
    }
  }
}
