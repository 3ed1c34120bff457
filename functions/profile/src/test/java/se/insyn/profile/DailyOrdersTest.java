package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DailyOrdersTest {

  @Test
  void fiveADay() {
    assertThat(DailyOrders.areUsedUp(4)).isFalse();
    assertThat(DailyOrders.areUsedUp(5)).isTrue();
  }
}
