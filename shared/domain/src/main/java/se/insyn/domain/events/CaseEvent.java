package se.insyn.domain.events;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Money;

/**
 * Händelse: a fact of a case. One record per kind, which reads and checks itself ({@code from}) and
 * knows its own rules: its line in a list, whether it deserves a notice, what it is linked to,
 * which members are whose.
 */
public sealed interface CaseEvent
    permits Application,
        Decision,
        Intervention,
        ResourceAllocation,
        Payment,
        IncomingPayment,
        Document,
        Appointment,
        InformationRequest,
        Calculation {

  Kind kind();

  /** What it has in common with all others. */
  Fact fact();

  /** Its name in a list; empty when it has none. */
  String title();

  /** The contract's word for its state, where the kind has one. */
  default @Nullable String status() {
    return null;
  }

  /** The amount a list shows beside it. */
  default @Nullable Money amount() {
    return null;
  }

  /**
   * Whether a change of it is worth an SMS or e-mail (contract, "Notices"); its age is not looked
   * at here.
   */
  default boolean deservesNotice() {
    return true;
  }

  /** The fact it hangs under: what {@code byParent} is made of. */
  default @Nullable EventId parent() {
    return null;
  }

  /**
   * The day until which something is to happen: an open request's due date, an appointment's day,
   * the day of a planned payment.
   */
  default @Nullable LocalDate openUntil() {
    return null;
  }

  /** The file whose bytes must be there and checked before anybody sees the fact. */
  default @Nullable StoredFile file() {
    return null;
  }

  /** The facts that it names, by the member that names them. */
  default Map<String, EventId> references() {
    return Map.of();
  }

  /**
   * What a list of this kind shows beyond the summary, to everybody in the audience; at most 2 KB
   * together with it.
   */
  default Shown listed() {
    return new Shown();
  }

  /**
   * What the list shows to one person alone, by their id in the case: it takes the place of the
   * same members of {@link #listed}.
   */
  default Map<String, Shown> listedOnlyFor() {
    return Map.of();
  }

  /** What the detail shows to this viewer. */
  Shown shownTo(Onlooker viewer);
}
