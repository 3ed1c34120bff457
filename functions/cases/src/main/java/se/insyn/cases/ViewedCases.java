package se.insyn.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.value.Stockholm;

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
    LocalDate today = Stockholm.today(clock);
    var byId = new HashMap<CaseId, VisibleCase>();
    visible.forEach(each -> byId.put(each.id(), each));
    var viewed = new ArrayList<ViewedCase>();
    for (Case stored : cases.all(visible)) {
      VisibleCase seen = byId.get(stored.id());
      if (seen != null) {
        viewed.add(new ViewedCase(seen, stored, today));
      }
    }
    return viewed;
  }
}
