package se.insyn.domain.events;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Money;

/**
 * Utbetalning: money from the office to the citizen, or to somebody else on their behalf. Only the
 * last four digits of the account are kept; they and the payee's address are shown to the payee
 * alone.
 */
public record Payment(
    Fact fact,
    Money amountPaid,
    String method,
    PaymentStatus paymentStatus,
    Payee payee,
    @Nullable String account,
    @Nullable String reference,
    @Nullable YearMonth concernedMonth,
    @Nullable EventId decisionId,
    @Nullable EventId replacesId,
    @Nullable String message)
    implements CaseEvent {

  static Payment from(Members data) {
    return new Payment(
        Fact.from(data),
        data.ore("amountOre", 1),
        data.text("method", Texts.WORD),
        data.code("status", PaymentStatus.class),
        data.object("payee", Payee::from),
        Texts.lastFour(data, "account"),
        data.optionalText("reference", Texts.WORD),
        data.optionalMonth("concernedMonth"),
        Texts.reference(data, "decisionId"),
        Texts.reference(data, "replacesId"),
        data.optionalProse("message", Texts.PARAGRAPH));
  }

  @Override
  public Kind kind() {
    return Kind.PAYMENT;
  }

  @Override
  public String title() {
    return payee.name();
  }

  @Override
  public String status() {
    return paymentStatus.code();
  }

  @Override
  public Money amount() {
    return amountPaid;
  }

  @Override
  public boolean deservesNotice() {
    return paymentStatus != PaymentStatus.PAID;
  }

  @Override
  public @Nullable EventId parent() {
    return decisionId;
  }

  @Override
  public Map<String, EventId> references() {
    var named = new LinkedHashMap<String, EventId>();
    if (decisionId != null) {
      named.put("decisionId", decisionId);
    }
    if (replacesId != null) {
      named.put("replacesId", replacesId);
    }
    return named;
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    boolean mine = viewer.is(payee.personId());
    return new Shown()
        .put("amountOre", amountPaid)
        .put("method", method)
        .put("status", paymentStatus)
        .put("payee", payee.shown(mine))
        .put("account", mine ? account : null)
        .put("reference", reference)
        .put("concernedMonth", concernedMonth)
        .put("decisionId", decisionId)
        .put("replacesId", replacesId)
        .put("message", message);
  }

  /** Betalningsmottagare; without {@code personId} it is somebody outside the case. */
  public record Payee(@Nullable String personId, String name, List<String> address) {

    static Payee from(Members payee) {
      return new Payee(
          payee.optionalId("personId"),
          payee.text("name", Texts.LINE),
          payee.texts("address", 6, Texts.WORD));
    }

    Shown shown(boolean mine) {
      return new Shown()
          .put("name", name)
          .put("address", mine && !address.isEmpty() ? address : null)
          .put("you", mine);
    }
  }
}
