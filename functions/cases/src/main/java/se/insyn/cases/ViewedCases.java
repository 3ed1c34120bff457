package se.insyn.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.value.Stockholm;
import se.insyn.domain.views.ViewedCase;

/** Reads cases for somebody who may see them, all in one batch. */
@Singleton
final class ViewedCases {

  private final Cases cases;
  private final Clock clock;

  ViewedCases(Cases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  List<ViewedCase> all(List<VisibleCase> visible) {
    return ViewedCase.all(cases, visible, Stockholm.today(clock));
  }
}
