package se.insyn.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static se.insyn.domain.testing.Household.TODAY;
import static se.insyn.domain.testing.Household.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.Head;
import se.insyn.domain.people.Protection;
import se.insyn.domain.testing.Household;

/** Who sees a case, and on which day. */
class ViewerTest {

  private static final Instant BEFORE = Instant.parse("2026-11-19T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"P1, true", "P2, true", "G1, true", "P3, false"})
  void adultsWhoCanLogInSeeTheCaseAndChildrenDoNot(String personId, boolean sees) {
    assertThat(sees(Household.membership(personId), Household.heads())).isEqualTo(sees);
  }

  @Test
  void aPersonOfAnotherRoleNeverSeesIt() {
    assertThat(sees(with(Role.OTHER, null, null), Household.heads())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    ", , true",
    "2026-11-20, , true", // from today
    "2026-11-21, , false", // from tomorrow
    ", 2026-11-20, true", // until today
    ", 2026-11-19, false", // until yesterday
    "2026-11-20, 2026-11-20, true",
    "2026-01-01, 2026-12-31, true",
    "2026-01-01, 2026-11-19, false"
  })
  void onlyWhoIsInTheCaseTodaySeesIt(
      @Nullable LocalDate from, @Nullable LocalDate to, boolean sees) {
    assertThat(sees(with(Role.APPLICANT, from, to), Household.heads())).isEqualTo(sees);
  }

  static List<Arguments> heads() {
    return List.of(
        arguments("P1", "nothing has changed", Household.unprotected(), true),
        arguments("P1", "marked", said(Protection.CONFIDENTIALITY_MARKING), false),
        arguments("P2", "marked", said(Protection.CONFIDENTIALITY_MARKING), false),
        arguments("P3", "registered", said(Protection.PROTECTED_REGISTRATION), false),
        arguments("P1", "raised and lowered since", raisedAndLowered(), false),
        arguments("P2", "raised and lowered since", raisedAndLowered(), false),
        arguments("P3", "late protected", late(), false),
        arguments("P2", "said to be nothing again", said(Protection.NONE), true));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("heads")
  void oneProtectedOrChangedPersonHidesTheCaseFromAll(
      String personId, String change, Head changed, boolean sees) {
    var heads = new HashMap<>(Household.heads());
    heads.put(citizen(personId), changed);
    for (String viewer : List.of("P1", "P2", "G1")) {
      assertThat(sees(Household.membership(viewer), heads)).as(viewer).isEqualTo(sees);
    }
  }

  /** The push knew of the protection: the epoch is right, and the case is closed all the same. */
  @Test
  void aCaseThatWasPushedWithAProtectedPersonInItIsShownToNobody() {
    var heads = new HashMap<>(Household.heads());
    heads.put(citizen("P2"), said(Protection.CONFIDENTIALITY_MARKING));
    Membership p1 = Household.membership("P1");
    var epochs = new HashMap<>(p1.epochs());
    epochs.put(citizen("P2"), 1L);
    assertThat(sees(withEpochs(p1, epochs), heads)).isFalse();
    heads.put(citizen("P2"), new Head(Map.of(), 1, 2, null));
    assertThat(sees(withEpochs(p1, epochs), heads)).isTrue();
  }

  @Test
  void whoIsNotKnownHidesTheCaseFromAll() {
    for (String missing : List.of("P2", "P3", "G1")) {
      var heads = new HashMap<>(Household.heads());
      heads.remove(citizen(missing));
      assertThat(sees(Household.membership("P1"), heads)).as(missing).isFalse();
    }
  }

  @Test
  void aCaseThatDoesNotCountTheViewerAmongItsPersonsIsNotTheirs() {
    Membership p1 = Household.membership("P1");
    var others = new HashMap<>(p1.epochs());
    others.remove(citizen("P1"));
    assertThat(sees(withEpochs(p1, others), Household.heads())).isFalse();
  }

  @Test
  void aProtectedOrUnknownPersonIsNoViewer() {
    Map<Citizen, Head> others = Household.heads();
    List<Membership> mine = List.of(Household.membership("P1"));
    Head marked = said(Protection.CONFIDENTIALITY_MARKING);
    assertThat(viewer(new Viewer.Person(citizen("P1"), null, mine, Map.of()), others)).isFalse();
    assertThat(viewer(new Viewer.Person(citizen("P1"), marked, mine, Map.of()), others)).isFalse();
    assertThat(
            viewer(
                new Viewer.Person(citizen("P1"), Household.unprotected(), List.of(), Map.of()),
                others))
        .isFalse();
  }

  @Test
  void onlyVisibleCasesExist() {
    Membership open = Household.membership("P1");
    Membership ended =
        new Membership(
            CaseId.of(new Source("/other-system"), open.caseNumber()),
            open.caseNumber(),
            new Source("/other-system"),
            open.area(),
            "P1",
            Role.APPLICANT,
            null,
            TODAY.minusDays(1),
            null,
            null,
            open.epochs(),
            Set.of());
    Viewer viewer =
        Viewer.of(
                new Viewer.Person(
                    citizen("P1"),
                    Household.unprotected(),
                    List.of(ended, open),
                    Map.of(open.caseId(), BEFORE)),
                Household.heads(),
                Set.of(),
                TODAY,
                Household.SHOWING,
                BEFORE)
            .orElseThrow();
    assertThat(viewer.cases()).extracting(VisibleCase::id).containsExactly(open.caseId());
    assertThat(viewer.visible(open.caseId().value()))
        .get()
        .extracting(VisibleCase::lastFactAt)
        .isEqualTo(BEFORE);
    assertThat(viewer.visible(ended.caseId().value())).isEmpty();
    assertThat(viewer.visible("none")).isEmpty();
    assertThat(viewer.previousLogin()).isEqualTo(BEFORE);
    assertThat(viewer.citizen()).isEqualTo(citizen("P1"));
  }

  @Test
  void theOthersToBeReadAreAllPersonsOfAllCasesButOneself() {
    var person =
        new Viewer.Person(
            citizen("P1"), Household.unprotected(), List.of(Household.membership("P1")), Map.of());
    assertThat(person.others()).isEqualTo(Set.of(citizen("P2"), citizen("P3"), citizen("G1")));
  }

  @Test
  void anAudienceIsFoundByTheNumberOfTodayOrAnEarlierOne() {
    Membership p1 = Household.membership("P1");
    var renumbered =
        new Membership(
            p1.caseId(),
            p1.caseNumber(),
            p1.source(),
            p1.area(),
            p1.personId(),
            p1.role(),
            null,
            null,
            null,
            null,
            p1.epochs(),
            Set.of(citizen("before")));
    var viewed = new VisibleCase(citizen("P1"), renumbered, null, Household.SHOWING, TODAY);
    assertThat(viewed.mine(Map.of(citizen("P1"), "now", citizen("P2"), "other"))).isEqualTo("now");
    assertThat(viewed.mine(Map.of(citizen("before"), "then"))).isEqualTo("then");
    assertThat(viewed.mine(Map.of(citizen("P2"), "other"))).isNull();
    assertThat(viewed.isViewer("P1")).isTrue();
    assertThat(viewed.isViewer("P2")).isFalse();
    assertThat(viewed.isViewer(null)).isFalse();
  }

  @Test
  void twoSystemsMayUseTheSameCaseNumber() {
    CaseNumber number = Household.NUMBER;
    assertThat(CaseId.of(new Source("/lifecare"), number).value())
        .matches("[0-9a-f]{32}")
        .isEqualTo(CaseId.of(new Source("/lifecare"), number).value())
        .isNotEqualTo(CaseId.of(new Source("/other-system"), number).value())
        .isNotEqualTo(CaseId.of(new Source("/lifecare"), new CaseNumber("1")).value());
  }

  private static boolean sees(Membership membership, Map<Citizen, Head> heads) {
    Citizen me = citizen(membership.personId());
    return viewer(new Viewer.Person(me, heads.get(me), List.of(membership), Map.of()), heads);
  }

  private static boolean viewer(Viewer.Person person, Map<Citizen, Head> heads) {
    return Viewer.of(person, heads, Set.of(), TODAY, Household.SHOWING, null).isPresent();
  }

  private static Membership with(Role role, @Nullable LocalDate from, @Nullable LocalDate to) {
    Membership p1 = Household.membership("P1");
    return new Membership(
        p1.caseId(),
        p1.caseNumber(),
        p1.source(),
        p1.area(),
        p1.personId(),
        role,
        from,
        to,
        null,
        null,
        p1.epochs(),
        Set.of());
  }

  private static Membership withEpochs(Membership m, Map<Citizen, Long> epochs) {
    return new Membership(
        m.caseId(),
        m.caseNumber(),
        m.source(),
        m.area(),
        m.personId(),
        m.role(),
        null,
        null,
        null,
        null,
        epochs,
        Set.of());
  }

  private static Head said(Protection value) {
    return Household.unprotected().state("/lifecare", 2, "second", value).head();
  }

  private static Head raisedAndLowered() {
    return Household.unprotected()
        .state("/other-system", 1, "m", Protection.CONFIDENTIALITY_MARKING)
        .head()
        .state("/other-system", 2, "-", Protection.NONE)
        .head();
  }

  private static Head late() {
    return Household.unprotected()
        .state("/other-system", 2, "-", Protection.NONE)
        .head()
        .state("/other-system", 1, "m", Protection.PROTECTED_REGISTRATION)
        .head();
  }
}
