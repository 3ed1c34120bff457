package se.insyn.domain.events;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Code;

/** The kinds of {@link CaseEvent}: the contract's word, and how one is read. */
public enum Kind implements Code {
  APPLICATION("application", Application::from),
  DECISION("decision", Decision::from),
  INTERVENTION("intervention", Intervention::from),
  RESOURCE_ALLOCATION("resource-allocation", ResourceAllocation::from),
  PAYMENT("payment", Payment::from),
  INCOMING_PAYMENT("incoming-payment", IncomingPayment::from),
  DOCUMENT("document", Document::from),
  APPOINTMENT("appointment", Appointment::from),
  INFORMATION_REQUEST("information-request", InformationRequest::from),
  CALCULATION("calculation", Calculation::from);

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // Method references: they hold nothing.
  private final Function<Members, CaseEvent> reader;

  Kind(String code, Function<Members, CaseEvent> reader) {
    this.code = code;
    this.reader = reader;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether facts of this kind stand in the timeline; all but the calculation do. */
  public boolean inTimeline() {
    return this != CALCULATION;
  }

  /**
   * Reads and checks a fact of this kind; what is wrong stays noted in {@code data}.
   *
   * @throws se.insyn.domain.json.InvalidMembers when something is wrong, all of it at once
   */
  public CaseEvent read(Members data) {
    CaseEvent event = reader.apply(data);
    data.refuseIfWrong();
    return event;
  }

  public static Optional<Kind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
