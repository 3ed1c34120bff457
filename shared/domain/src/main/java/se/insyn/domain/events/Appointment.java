package se.insyn.domain.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;
import se.insyn.domain.value.Stockholm;

/** Kallelse: an invitation to meet, and whether it still stands. */
public record Appointment(
    Fact fact,
    Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable AppointmentForm form,
    @Nullable String place,
    @Nullable String with,
    @Nullable EventId documentId,
    boolean cancelled)
    implements CaseEvent {

  static Appointment from(Members data) {
    var appointment =
        new Appointment(
            Fact.from(data),
            data.instant("startsAt"),
            data.optionalInstant("endsAt"),
            data.optionalCode("form", AppointmentForm.class),
            data.optionalText("place", Texts.LINE),
            data.optionalText("with", Texts.LINE),
            Texts.reference(data, "documentId"),
            data.flag("cancelled", false));
    if (data.isReadable("startsAt", "endsAt")
        && appointment.endsAt != null
        && appointment.endsAt.isBefore(appointment.startsAt)) {
      data.wrong("endsAt", "must not be before startsAt");
    }
    return appointment;
  }

  @Override
  public Kind kind() {
    return Kind.APPOINTMENT;
  }

  @Override
  public String title() {
    return with != null ? with : place != null ? place : "";
  }

  /** The day in Sweden on which it begins; a cancelled one is not waited for. */
  @Override
  public @Nullable LocalDate openUntil() {
    return cancelled ? null : Stockholm.day(startsAt);
  }

  @Override
  public Map<String, EventId> references() {
    return new Named().by("documentId", documentId).ids();
  }

  @Override
  public Shown listed() {
    return new Shown().put("startsAt", startsAt).put("place", place);
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    return new Shown()
        .put("startsAt", startsAt)
        .put("endsAt", endsAt)
        .put("form", form)
        .put("place", place)
        .put("with", with)
        .put("documentId", documentId)
        .put("cancelled", cancelled);
  }
}
