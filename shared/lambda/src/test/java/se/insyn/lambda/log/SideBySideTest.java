package se.insyn.lambda.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class SideBySideTest {

  private final Queue<Object> done = new ConcurrentLinkedQueue<>();

  @AfterEach
  void clear() {
    MDC.clear();
  }

  @Test
  void eachIsDoneWithWhatTheLogSaysOfTheCall() {
    MDC.put("traceId", "t");
    Runnable each = () -> done.add(MDC.getCopyOfContextMap());

    SideBySide.run(List.of(each, each, each));

    assertThat(done).hasSize(3).containsOnly(Map.of("traceId", "t"));
  }

  @Test
  void noMoreThanSoManyAreDoneAtATime() {
    var under = new AtomicInteger();
    Runnable each =
        () -> {
          done.add(under.incrementAndGet());
          Thread.onSpinWait();
          under.decrementAndGet();
        };

    SideBySide.run(3, IntStream.range(0, 200).mapToObj(i -> each).toList());

    assertThat(done).hasSize(200).isSubsetOf(1, 2, 3);
  }

  @Test
  void whatOneOfThemThrowsIsThrownWhenAllTheOthersAreDone() {
    Runnable good = () -> done.add("done");
    Runnable odd =
        () -> {
          throw new IllegalStateException("odd");
        };
    Runnable broken =
        () -> {
          throw new AssertionError("broken");
        };

    assertThatThrownBy(() -> SideBySide.run(List.of(odd, good)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> SideBySide.run(List.of(broken, good)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("broken");
    assertThat(done).containsExactly("done", "done");
  }
}
