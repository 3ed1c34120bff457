package se.insyn.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import se.insyn.domain.cases.Caseworker;
import se.insyn.domain.cases.CaseworkerRole;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.messages.Correspondent;
import se.insyn.domain.messages.SeenThread;
import se.insyn.domain.views.ViewedCase;

/** Who gets a message: caseworkers of its case, as long as that is open. */
final class Recipients {

  private Recipients() {}

  /**
   * Those of one case who are named.
   *
   * @throws InvalidMembers for one who does not work on the case, or gets no messages in it
   */
  static List<Correspondent> named(ViewedCase of, List<NewThread.Recipient> to) {
    var named = new ArrayList<Correspondent>();
    for (int i = 0; i < to.size(); i++) {
      NewThread.Recipient each = to.get(i);
      if (each.caseId().equals(of.viewed().id().value())) {
        List<Correspondent> found =
            working(of, caseworker -> caseworker.id().equals(each.caseworkerId()));
        if (found.isEmpty() || !of.canReceiveMessages()) {
          throw new InvalidMembers(
              "/to/" + i + "/caseworkerId", "cannot receive messages in this case");
        }
        named.addAll(found);
      }
    }
    return named.stream().distinct().toList();
  }

  /**
   * Those of the thread who still work on the case; where they have left it, whoever is responsible
   * for it now.
   *
   * @throws InvalidMembers when nobody is there to read it
   */
  static List<Correspondent> of(SeenThread thread, ViewedCase of) {
    List<String> before = thread.with().stream().map(Correspondent::caseworkerId).toList();
    List<Correspondent> still = working(of, caseworker -> before.contains(caseworker.id()));
    List<Correspondent> now =
        still.isEmpty()
            ? working(of, caseworker -> caseworker.role() == CaseworkerRole.RESPONSIBLE)
            : still;
    if (now.isEmpty() || !of.canReceiveMessages()) {
      throw new InvalidMembers("", "nobody can receive messages in this case");
    }
    return now;
  }

  private static List<Correspondent> working(ViewedCase of, Predicate<Caseworker> which) {
    return of.stored().header().caseworkers().stream()
        .filter(which)
        .map(caseworker -> new Correspondent(caseworker.id(), caseworker.name()))
        .toList();
  }
}
