package se.insyn.domain.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Code;

/**
 * A case that the viewer may see now. Only a {@link Viewer} makes one, and every port that reads
 * takes one, never a case number: who has it in hand has the access check behind them.
 */
public final class VisibleCase {

  private final Membership membership;
  private final String personId;
  private final Set<Citizen> selves;
  private final @Nullable Instant lastFactAt;
  private final Predicate<Code> isHidden;
  private final boolean takesMessages;

  VisibleCase(
      Citizen me,
      Membership membership,
      @Nullable Instant lastFactAt,
      Showing showing,
      LocalDate today) {
    this.membership = membership;
    this.personId = membership.personId();
    this.takesMessages = !showing.withoutMessages().contains(membership.source());
    this.isHidden = kind -> showing.isHidden(kind, membership.closedOn(), today);
    this.lastFactAt = lastFactAt == null || isErased(membership, lastFactAt) ? null : lastFactAt;
    var all = new HashSet<>(membership.formerly());
    all.add(me);
    this.selves = Set.copyOf(all);
  }

  private VisibleCase(VisibleCase now, String personId) {
    this.membership = now.membership;
    this.personId = personId;
    this.isHidden = now.isHidden;
    this.takesMessages = now.takesMessages;
    this.lastFactAt = now.lastFactAt;
    this.selves = now.selves;
  }

  /** The same case at a time when its source called the viewer so. */
  public VisibleCase as(String id) {
    return id.equals(personId) ? this : new VisibleCase(this, id);
  }

  public CaseId id() {
    return membership.caseId();
  }

  public CaseNumber number() {
    return membership.caseNumber();
  }

  public Source source() {
    return membership.source();
  }

  public Area area() {
    return membership.area();
  }

  /** The viewer's own role in this case. */
  public Role role() {
    return membership.role();
  }

  /** The viewer's own id in this case. */
  public String personId() {
    return personId;
  }

  /** When the last fact was taken in that was open to the viewer then; null when none was. */
  public @Nullable Instant lastFactAt() {
    return lastFactAt;
  }

  /**
   * Whether a fact is there that was taken in at this instant: it was not erased, and its kind has
   * neither left the closed case nor been switched off.
   */
  public boolean keeps(Code kind, Instant takenIn) {
    return !isHidden.test(kind) && !isErased(membership, takenIn);
  }

  private static boolean isErased(Membership membership, Instant takenIn) {
    return membership.erasedAt() != null && !takenIn.isAfter(membership.erasedAt());
  }

  /** Whether the caseworkers of its source get messages from here at all. */
  public boolean takesMessages() {
    return takesMessages;
  }

  /** Whether a person of this case is the viewer. */
  public boolean isViewer(@Nullable String person) {
    return personId.equals(person);
  }

  /** Whether the viewer is this citizen, or was in this case before their number changed. */
  public boolean isSelf(Citizen citizen) {
    return selves.contains(citizen);
  }

  /** The viewer under the numbers that they had before in this case. */
  public Set<Citizen> formerly() {
    return membership.formerly();
  }

  /**
   * What stands for the viewer in an audience: the value of theirs, or of a number they had before;
   * null when they are not in it.
   */
  public <T> @Nullable T mine(Map<Citizen, T> audience) {
    for (Citizen self : selves) {
      T value = audience.get(self);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
