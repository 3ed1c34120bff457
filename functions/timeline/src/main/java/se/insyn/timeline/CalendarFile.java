package se.insyn.timeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.insyn.domain.events.Appointment;
import se.insyn.domain.events.Line;

/**
 * Kalenderfil: an appointment as one event of iCalendar (RFC 5545), for any calendar.
 *
 * <p>It says when and nothing else. A family may share the calendar, and whoever reads it there
 * must not learn where the person goes, whom they meet, or that it is about the social services: no
 * place, no name, no case number, and a {@code UID} that is the same for every version but says
 * nothing. There is no {@code METHOD}: each of them wants an organizer (RFC 5546).
 *
 * <p>All that stands in it is our own and shorter than the 75 octets of a line, so nothing is
 * escaped or folded.
 */
final class CalendarFile {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private CalendarFile() {}

  static String of(Line line, Appointment appointment) {
    var lines =
        new ArrayList<>(
            List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Insyn//Insyn//SV",
                "BEGIN:VEVENT",
                "UID:" + uid(line),
                "DTSTAMP:" + UTC.format(line.updatedAt()),
                "SEQUENCE:" + sequence(appointment.fact().version()),
                "DTSTART:" + UTC.format(appointment.startsAt())));
    Instant endsAt = appointment.endsAt();
    // An end must come after the start; without one the event ends when it begins.
    if (endsAt != null && seconds(endsAt).isAfter(seconds(appointment.startsAt()))) {
      lines.add("DTEND:" + UTC.format(endsAt));
    }
    lines.addAll(
        List.of(
            "SUMMARY:Möte",
            "CLASS:PRIVATE",
            "STATUS:" + (appointment.cancelled() ? "CANCELLED" : "CONFIRMED"),
            "END:VEVENT",
            "END:VCALENDAR",
            ""));
    return String.join("\r\n", lines);
  }

  private static UUID uid(Line line) {
    return UUID.nameUUIDFromBytes(
        (line.viewed().id().value() + "#" + line.id().value()).getBytes(StandardCharsets.UTF_8));
  }

  /** An integer of iCalendar has 32 bits; among equal ones calendars go by DTSTAMP. */
  private static long sequence(long version) {
    return Math.min(version, Integer.MAX_VALUE);
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
