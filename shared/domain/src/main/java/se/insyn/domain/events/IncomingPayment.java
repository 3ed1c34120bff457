package se.insyn.domain.events;

import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;

/** Inbetalning: money that came in to the municipality, from anybody. */
public record IncomingPayment(
    Fact fact,
    Money amount,
    String paymentType,
    @Nullable Payer payer,
    @Nullable YearMonth concernedMonth,
    @Nullable EventId decisionId,
    @Nullable EventId paymentId)
    implements CaseEvent {

  static IncomingPayment from(Members data) {
    return new IncomingPayment(
        Fact.from(data),
        data.ore("amountOre", 0),
        data.text("paymentType", Texts.LINE),
        data.optionalObject("payer", Payer::from),
        data.optionalMonth("concernedMonth"),
        Texts.reference(data, "decisionId"),
        Texts.reference(data, "paymentId"));
  }

  @Override
  public Kind kind() {
    return Kind.INCOMING_PAYMENT;
  }

  @Override
  public String title() {
    return paymentType;
  }

  @Override
  public boolean deservesNotice() {
    return false;
  }

  @Override
  public @Nullable EventId parent() {
    return decisionId != null ? decisionId : paymentId;
  }

  @Override
  public Map<String, EventId> references() {
    return new Named().by("decisionId", decisionId).by("paymentId", paymentId).ids();
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    return new Shown()
        .put("amountOre", amount)
        .put("paymentType", paymentType)
        .put("payer", payer == null ? null : payer.shown(viewer))
        .put("concernedMonth", concernedMonth)
        .put("decisionId", decisionId)
        .put("paymentId", paymentId);
  }

  /** Inbetalare; without {@code personId} it is somebody outside the case. */
  public record Payer(@Nullable String personId, String name) {

    static Payer from(Members payer) {
      return new Payer(payer.optionalId("personId"), payer.text("name", Texts.LINE));
    }

    Shown shown(Onlooker viewer) {
      return new Shown().put("name", name).put("you", viewer.is(personId));
    }
  }
}
