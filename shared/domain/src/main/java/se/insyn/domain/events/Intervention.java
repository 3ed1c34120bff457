package se.insyn.domain.events;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Period;

/** Insats: what the person gets, such as an outpatient programme, and the decision behind it. */
public record Intervention(
    Fact fact,
    String intervention,
    @Nullable InterventionStatus interventionStatus,
    String organisation,
    Official caseworker,
    @Nullable Official coCaseworker,
    @Nullable Period period,
    @Nullable String endReason,
    @Nullable EventId decisionId,
    @Nullable BaseDecision baseDecision)
    implements CaseEvent {

  static Intervention from(Members data) {
    return new Intervention(
        Fact.from(data),
        data.text("intervention", Texts.LINE),
        data.optionalCode("status", InterventionStatus.class),
        data.text("organisation", Texts.LINE),
        data.object("caseworker", Official::from),
        data.optionalObject("coCaseworker", Official::from),
        data.optionalPeriod("period"),
        data.optionalProse("endReason", Texts.PARAGRAPH),
        Texts.reference(data, "decisionId"),
        data.optionalObject("baseDecision", BaseDecision::from));
  }

  @Override
  public Kind kind() {
    return Kind.INTERVENTION;
  }

  @Override
  public String title() {
    return intervention;
  }

  @Override
  public @Nullable String status() {
    return interventionStatus == null ? null : interventionStatus.code();
  }

  @Override
  public @Nullable EventId parent() {
    return decisionId;
  }

  @Override
  public Map<String, EventId> references() {
    return new Named().by("decisionId", decisionId).ids();
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    return new Shown()
        .put("intervention", intervention)
        .put("status", interventionStatus)
        .put("organisation", organisation)
        .put("caseworker", caseworker.shown())
        .put("coCaseworker", coCaseworker == null ? null : coCaseworker.shown())
        .put("period", period)
        .put("endReason", endReason)
        .put("decisionId", decisionId)
        .put("baseDecision", baseDecision == null ? null : baseDecision.shown());
  }

  /** Grundbeslut: the decision behind an intervention, where it is no fact of its own. */
  public record BaseDecision(LocalDate date, String decision, Official decisionMaker) {

    static BaseDecision from(Members base) {
      return new BaseDecision(
          base.date("date"),
          base.text("decision", Texts.LINE),
          base.object("decisionMaker", Official::from));
    }

    Shown shown() {
      return new Shown()
          .put("date", date)
          .put("decision", decision)
          .put("decisionMaker", decisionMaker.shown());
    }
  }
}
