package se.insyn.domain.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;

/**
 * One person's place in one case, as of its last push: what must hold for the case to be shown to
 * them. {@code epochs} has every person of the case with the epoch the push saw; {@code formerly}
 * the numbers this person had before, {@code closedOn} the day the case was closed, null while it
 * is open; what was taken in up to {@code erasedAt} was erased with an earlier case of this number.
 */
public record Membership(
    CaseId caseId,
    CaseNumber caseNumber,
    Source source,
    Area area,
    String personId,
    Role role,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate closedOn,
    @Nullable Instant erasedAt,
    Map<Citizen, Long> epochs,
    Set<Citizen> formerly) {

  public Membership {
    epochs = Map.copyOf(epochs);
    formerly = Set.copyOf(formerly);
  }

  /**
   * Whether the case is visible: it has not left, the person can log in and is in it today, and
   * every person in it is known, unprotected and unchanged since the last push. Who is missing in
   * {@code heads} is not known.
   */
  boolean isVisible(Citizen me, Map<Citizen, Head> heads, LocalDate today, Retention retention) {
    return role.canLogIn()
        && !retention.isOver(closedOn, today)
        && (from == null || !from.isAfter(today))
        && (to == null || !to.isBefore(today))
        && epochs.containsKey(me)
        && epochs.entrySet().stream()
            .allMatch(
                person -> {
                  Head head = heads.get(person.getKey());
                  return head != null && !head.isProtected() && head.epoch() == person.getValue();
                });
  }
}
