package se.insyn.domain.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/** Överklagande: that a decision was appealed, and how it went. */
public record Appeal(
    LocalDate receivedOn,
    AppealStatus status,
    @Nullable AppealResult result,
    @Nullable LocalDate decidedOn,
    @Nullable String court,
    @Nullable String courtCaseNumber) {

  static Appeal from(Members appeal) {
    return new Appeal(
        appeal.date("receivedOn"),
        appeal.code("status", AppealStatus.class),
        appeal.optionalCode("result", AppealResult.class),
        appeal.optionalDate("decidedOn"),
        appeal.optionalText("court", Texts.LINE),
        appeal.optionalText("courtCaseNumber", Texts.WORD));
  }

  Shown shown() {
    return new Shown()
        .put("receivedOn", receivedOn)
        .put("status", status)
        .put("result", result)
        .put("decidedOn", decidedOn)
        .put("court", court)
        .put("courtCaseNumber", courtCaseNumber);
  }

  /** Where an appeal is to be sent. */
  public record Address(String name, @Nullable String address, @Nullable String email) {

    static Address from(Members appealTo) {
      return new Address(
          appealTo.text("name", Texts.LINE),
          appealTo.optionalProse("address", Texts.LINE),
          appealTo.optionalText("email", Texts.EMAIL));
    }

    public Shown shown() {
      return new Shown().put("name", name).put("address", address).put("email", email);
    }
  }
}
