package se.insyn.domain.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;

/**
 * The citizen who is looking, bound once per request: the only way to a case. Holds the cases that
 * are visible at this moment; what is not among them does not exist for this viewer.
 */
public final class Viewer {

  private final Citizen citizen;
  private final List<VisibleCase> cases;
  private final @Nullable Instant previousLogin;

  private Viewer(Citizen citizen, List<VisibleCase> cases, @Nullable Instant previousLogin) {
    this.citizen = citizen;
    this.cases = cases;
    this.previousLogin = previousLogin;
  }

  /**
   * The viewer, if there is anything for them to see. Absent when they are protected, unknown, or
   * no case is visible: then there is no session either.
   *
   * @param me the citizen and what is known of them, read just now
   * @param heads the other persons of the cases, read just now; who is missing is unknown
   * @param late the sources whose protections may not all be known, read just now
   * @param today the day in Stockholm
   * @param showing what is shown at all
   */
  public static Optional<Viewer> of(
      Person me,
      Map<Citizen, Head> heads,
      Set<Source> late,
      LocalDate today,
      Showing showing,
      @Nullable Instant previousLogin) {
    if (me.head() == null || me.head().isProtected()) {
      return Optional.empty();
    }
    var all = new HashMap<>(heads);
    all.put(me.citizen(), me.head());
    List<VisibleCase> visible =
        me.memberships().stream()
            .filter(membership -> !late.contains(membership.source()))
            .filter(
                membership -> membership.isVisible(me.citizen(), all, today, showing.retention()))
            .map(
                membership ->
                    new VisibleCase(
                        me.citizen(),
                        membership,
                        me.lastFacts().get(membership.caseId()),
                        showing,
                        today))
            .toList();
    return visible.isEmpty()
        ? Optional.empty()
        : Optional.of(new Viewer(me.citizen(), visible, previousLogin));
  }

  public Citizen citizen() {
    return citizen;
  }

  public List<VisibleCase> cases() {
    return cases;
  }

  /** The case with this id, if it is visible. */
  public Optional<VisibleCase> visible(String caseId) {
    return cases.stream().filter(c -> c.id().value().equals(caseId)).findFirst();
  }

  /** The viewer under every number that they have had in a case they see, the present one first. */
  public List<Citizen> selves() {
    var selves = new LinkedHashSet<Citizen>();
    selves.add(citizen);
    cases.forEach(viewed -> selves.addAll(viewed.formerly()));
    return List.copyOf(selves);
  }

  /** When the login before this one began; null at the first one. */
  public @Nullable Instant previousLogin() {
    return previousLogin;
  }

  /**
   * What is stored of one person: their head, if they have one, their places in cases, and when
   * each case last got a fact that was open to them.
   */
  public record Person(
      Citizen citizen,
      @Nullable Head head,
      List<Membership> memberships,
      Map<CaseId, Instant> lastFacts) {

    public Person {
      memberships = List.copyOf(memberships);
      lastFacts = Map.copyOf(lastFacts);
    }

    /** The systems that these places come from. */
    public Set<Source> sources() {
      return memberships.stream().map(Membership::source).collect(Collectors.toSet());
    }

    /** The other persons whose protection decides what this one sees. */
    public Set<Citizen> others() {
      var others = new HashSet<Citizen>();
      memberships.forEach(membership -> others.addAll(membership.epochs().keySet()));
      others.remove(citizen);
      return others;
    }
  }
}
