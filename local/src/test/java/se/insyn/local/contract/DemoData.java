package se.insyn.local.contract;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import se.insyn.domain.value.Stockholm;
import se.insyn.local.LocalInsyn;
import se.insyn.local.demo.DemoDates;
import se.insyn.local.demo.DemoPushes;
import se.insyn.local.hostile.StoredItems;

/** The tables as bin/run has them on the first day. */
public final class DemoData {

  private DemoData() {}

  /** Empties the tables, pushes the demo and tells what was refused. */
  public static List<String> only() throws Exception {
    StoredItems.forgetEverything();
    var insyn = LocalInsyn.shared();
    return new DemoPushes(
            Path.of("..", "events", "case-updates"),
            Path.of("..", "events", "files"),
            new DemoDates(Stockholm.today(Clock.systemUTC())),
            source -> source.equals("/lifecare") ? insyn.lifecare() : insyn.otherSystem())
        .push();
  }
}
