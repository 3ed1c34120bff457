package se.insyn.domain.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;
import se.insyn.domain.value.Period;

/**
 * Beslut: what the office decided, row by row, why, and how it can be appealed. {@code receivedBy}
 * is what the last day of appeal is counted from and shown to nobody.
 */
public record Decision(
    Fact fact,
    String decision,
    @Nullable String decisionType,
    Outcome outcome,
    DecisionStatus decisionStatus,
    @Nullable EventId replacesId,
    List<DecisionRow> rows,
    Official decisionMaker,
    @Nullable String organisation,
    @Nullable String legalBasis,
    Grounds grounds,
    @Nullable Period period,
    @Nullable Money amount,
    @Nullable Claim claim,
    boolean appealable,
    Appeal.@Nullable Address appealTo,
    List<Receipt> receivedBy,
    boolean notifiedHere,
    @Nullable Appeal appeal,
    @Nullable EventId calculationId,
    @Nullable EventId documentId)
    implements CaseEvent {

  public Decision {
    rows = List.copyOf(rows);
    receivedBy = List.copyOf(receivedBy);
  }

  static Decision from(Members data) {
    Outcome outcome = data.code("outcome", Outcome.class);
    DecisionStatus status = data.optionalCode("status", DecisionStatus.class);
    var decision =
        new Decision(
            Fact.from(data),
            data.text("decision", Texts.LINE),
            data.optionalText("decisionType", Texts.LINE),
            outcome,
            status == null ? DecisionStatus.IN_FORCE : status,
            Texts.reference(data, "replacesId"),
            data.list("rows", Texts.ROWS, DecisionRow::from),
            data.object("decisionMaker", Official::from),
            data.optionalText("organisation", Texts.LINE),
            data.optionalText("legalBasis", Texts.LINE),
            Grounds.from(data),
            data.optionalPeriod("period"),
            data.optionalOre("amountOre", 0),
            data.optionalObject("claim", Claim::from),
            data.flag("appealable", outcome != Outcome.GRANTED),
            data.optionalObject("appealTo", Appeal.Address::from),
            data.list("receivedBy", Fact.MOST_PERSONS, Receipt::from),
            data.flag("notifiedHere", false),
            data.optionalObject("appeal", Appeal::from),
            Texts.reference(data, "calculationId"),
            Texts.reference(data, "documentId"));
    data.distinct("rows", "id");
    data.distinct("receivedBy", "personId");
    if (data.isReadable("rows", "amountOre") && !decision.addsUp()) {
      data.wrong("amountOre", "must be the sum of the rows' grantedOre");
    }
    return decision;
  }

  /** Where every row says what was granted, an amount that is given is their sum. */
  private boolean addsUp() {
    if (amount == null || rows.isEmpty()) {
      return true;
    }
    var granted = new ArrayList<Money>();
    for (DecisionRow row : rows) {
      if (row.granted() == null) {
        return true;
      }
      granted.add(row.granted());
    }
    return Money.sum(granted).equals(amount);
  }

  /** Whether it can be appealed at all: only one that is in force. */
  public boolean isAppealable() {
    return appealable && decisionStatus == DecisionStatus.IN_FORCE;
  }

  @Override
  public Kind kind() {
    return Kind.DECISION;
  }

  @Override
  public String title() {
    return decision;
  }

  @Override
  public String status() {
    return decisionStatus.code();
  }

  @Override
  public @Nullable EventId parent() {
    return replacesId;
  }

  @Override
  public Map<String, EventId> references() {
    return new Named()
        .by("replacesId", replacesId)
        .by("calculationId", calculationId)
        .by("documentId", documentId)
        .ids();
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    var shown =
        new Shown()
            .put("decision", decision)
            .put("decisionType", decisionType)
            .put("outcome", outcome)
            .put("status", decisionStatus)
            .put("replacesId", replacesId)
            .putSome("rows", rows.stream().map(DecisionRow::shown).toList())
            .put("decisionMaker", decisionMaker.shown())
            .put("organisation", organisation)
            .put("legalBasis", legalBasis);
    grounds.show(shown, viewer);
    return shown
        .put("period", period)
        .put("amountOre", amount)
        .put("claim", claim == null ? null : claim.shown())
        .put("appealable", isAppealable())
        .put("appealTo", isAppealable() && appealTo != null ? appealTo.shown() : null)
        .put("notifiedHere", notifiedHere)
        .put("appeal", appeal == null ? null : appeal.shown())
        .put("calculationId", calculationId)
        .put("documentId", documentId);
  }
}
