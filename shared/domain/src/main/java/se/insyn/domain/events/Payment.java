package se.insyn.domain.events;

import java.time.LocalDate;
import java.time.YearMonth;
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

  private static final int MOST_LINES = 6;

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

  /** The day on which a planned one is to be paid. */
  @Override
  public @Nullable LocalDate openUntil() {
    return paymentStatus == PaymentStatus.PLANNED ? fact.date() : null;
  }

  @Override
  public Map<String, EventId> references() {
    return new Named().by("decisionId", decisionId).by("replacesId", replacesId).ids();
  }

  @Override
  public Shown listed() {
    return new Shown()
        .put("method", method)
        .put("payee", payee.shown(false))
        .put("reference", reference)
        .put("concernedMonth", concernedMonth)
        .put("decisionId", decisionId);
  }

  @Override
  public Map<String, Shown> listedOnlyFor() {
    return payee.personId() == null
        ? Map.of()
        : Map.of(
            payee.personId(), new Shown().put("payee", payee.shown(true)).put("account", account));
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

    public Payee {
      address = List.copyOf(address);
    }

    static Payee from(Members payee) {
      return new Payee(
          payee.optionalId("personId"),
          payee.text("name", Texts.LINE),
          payee.texts("address", MOST_LINES, Texts.WORD));
    }

    Shown shown(boolean mine) {
      return new Shown()
          .put("name", name)
          .putSome("address", mine ? address : List.of())
          .put("you", mine);
    }
  }
}
