package se.insyn.domain.value;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some of a list, and where the rest begins: {@code next} is absent on the last page. */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> each) {
    return new Page<>(items.stream().<R>map(each).toList(), next);
  }
}
