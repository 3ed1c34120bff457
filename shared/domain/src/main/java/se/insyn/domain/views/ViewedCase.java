package se.insyn.domain.views;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.insyn.domain.cases.Case;
import se.insyn.domain.cases.CaseHeader;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseStatus;
import se.insyn.domain.cases.Cases;
import se.insyn.domain.cases.Caseworker;
import se.insyn.domain.cases.NextStep;
import se.insyn.domain.cases.Office;
import se.insyn.domain.cases.Person;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.Onlooker;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;

/** Ärende as one viewer is shown it on one day. */
public record ViewedCase(VisibleCase viewed, Case stored, LocalDate today) {

  /** The cases that are still there, in the order asked for; one batch of reads. */
  public static List<ViewedCase> all(Cases cases, List<VisibleCase> visible, LocalDate today) {
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

  /** The case with its persons, caseworkers and what happens next. */
  public Shown shown() {
    CaseHeader header = stored.header();
    Office office = header.office();
    return new Shown()
        .put("caseId", stored.id().value())
        .put("caseNumber", stored.number().value())
        .put("area", header.area())
        .put("type", header.type())
        .put("status", header.status())
        .put("openedOn", header.openedOn())
        .put("closedOn", header.closedOn())
        .put("persons", persons())
        .put("caseworkers", header.caseworkers().stream().map(this::caseworker).toList())
        .put(
            "office",
            new Shown()
                .put("name", office.name())
                .put("phone", office.phone())
                .put("phoneHours", office.phoneHours())
                .put("email", office.email()))
        .put("nextStep", nextStep().map(ViewedCase::step).orElse(null))
        .put("updatedAt", stored.updatedAt())
        .put("source", stored.source().value());
  }

  /** The caseworkers, each with the case that they work on. */
  public List<Shown> contacts() {
    return stored.header().caseworkers().stream()
        .map(
            caseworker -> {
              var shown = new Shown().put("caseId", stored.id().value());
              caseworker(caseworker).members().forEach(shown::put);
              return shown;
            })
        .toList();
  }

  /** Nobody reads what comes in a case that is closed. */
  public boolean isOpen() {
    return stored.header().status() == CaseStatus.OPEN;
  }

  /** Whether its caseworkers read what is written to them from here. */
  public boolean canReceiveMessages() {
    return isOpen() && viewed.takesMessages();
  }

  /** What happens next, with the case that it happens in, if it is for this viewer. */
  public Optional<Shown> nextStepOfCase() {
    return nextStep()
        .map(
            next -> {
              var shown = new Shown().put("caseId", stored.id().value());
              step(next).members().forEach(shown::put);
              return shown;
            });
  }

  /** When this viewer last got something of the case: its last push, or a fact of it. */
  public Instant freshness() {
    Instant fact = viewed.lastFactAt();
    return fact == null || fact.isBefore(stored.updatedAt()) ? stored.updatedAt() : fact;
  }

  /** As whom the viewer sees a fact of the case. */
  public Onlooker onlooker(SeenEvent seen) {
    return new Onlooker(
        seen.line().viewed().personId(), stored.personsOn(today), seen.asCoApplicant());
  }

  private Optional<NextStep> nextStep() {
    return Optional.ofNullable(stored.header().nextStep())
        .filter(next -> next.audience() == null || next.audience().contains(viewed.personId()));
  }

  private static Shown step(NextStep next) {
    return new Shown()
        .put("text", next.text())
        .put("actor", next.actor())
        .put("expectedOn", next.expectedOn());
  }

  private List<Map<String, Object>> persons() {
    List<Person> present = stored.personsOn(today);
    var onlooker = new Onlooker(viewed.personId(), present, false);
    return present.stream()
        .map(person -> onlooker.person(person.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  private Shown caseworker(Caseworker caseworker) {
    return new Shown()
        .put("caseworkerId", caseworker.id())
        .put("name", caseworker.name())
        .put("title", caseworker.title())
        .put("role", caseworker.role())
        .put("unit", caseworker.unit())
        .put("phone", caseworker.phone())
        .put("phoneHours", caseworker.phoneHours())
        .put("email", caseworker.email())
        .put("canReceiveMessages", canReceiveMessages());
  }
}
