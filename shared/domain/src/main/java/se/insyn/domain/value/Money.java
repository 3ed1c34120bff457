package se.insyn.domain.value;

import java.util.Collection;

/**
 * Belopp: an amount in whole öre, never in fractions. In JSON it stands in members whose names end
 * in {@code Ore}.
 */
public record Money(long ore) implements Comparable<Money> {

  /** No amount of a municipality's case comes near this: a thousand million kronor. */
  public static final long LARGEST_ORE = 100_000_000_000L;

  public static final Money ZERO = new Money(0);

  public Money plus(Money other) {
    return new Money(Math.addExact(ore, other.ore));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(ore, other.ore));
  }

  public static Money sum(Collection<Money> amounts) {
    return amounts.stream().reduce(ZERO, Money::plus);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(ore, other.ore);
  }
}
