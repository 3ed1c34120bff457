package se.insyn.domain.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;
import se.insyn.domain.value.Period;

/** Ansökan: what the citizen asked for; later facts are linked to it. */
public record Application(
    Fact fact,
    String title,
    @Nullable ApplicationStatus applicationStatus,
    @Nullable Period period,
    List<Purpose> appliedFor,
    @Nullable EventId calculationId)
    implements CaseEvent {

  public Application {
    appliedFor = List.copyOf(appliedFor);
  }

  static Application from(Members data) {
    return new Application(
        Fact.from(data),
        data.text("title", Texts.LINE),
        data.optionalCode("status", ApplicationStatus.class),
        data.optionalPeriod("period"),
        data.list("appliedFor", Texts.ROWS, Purpose::from),
        Texts.reference(data, "calculationId"));
  }

  @Override
  public Kind kind() {
    return Kind.APPLICATION;
  }

  @Override
  public @Nullable String status() {
    return applicationStatus == null ? null : applicationStatus.code();
  }

  @Override
  public Map<String, EventId> references() {
    return new Named().by("calculationId", calculationId).ids();
  }

  @Override
  public Shown listed() {
    return new Shown().put("period", period);
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    return new Shown()
        .put("title", title)
        .put("status", applicationStatus)
        .put("period", period)
        .putSome("appliedFor", appliedFor.stream().map(Purpose::shown).toList())
        .put("calculationId", calculationId);
  }

  /** Ändamål: one thing that was applied for. */
  public record Purpose(String purpose, @Nullable Money amount) {

    static Purpose from(Members purpose) {
      return new Purpose(purpose.text("purpose", Texts.LINE), purpose.optionalOre("amountOre", 0));
    }

    Shown shown() {
      return new Shown().put("purpose", purpose).put("amountOre", amount);
    }
  }
}
