package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;

/** When a notice may go out: the borders. */
class NoticePolicyTest {

  private static final Instant TEN = Instant.parse("2026-11-20T09:00:00Z");

  @ParameterizedTest(name = "{1} after {0}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        // Winter: Stockholm is an hour ahead.
        "-, 2026-11-20T06:59:59.999Z, 2026-11-20T07:00:00Z",
        "-, 2026-11-20T07:00:00Z, 2026-11-20T07:00:00Z",
        "-, 2026-11-20T18:59:59.999Z, 2026-11-20T18:59:59.999Z",
        "-, 2026-11-20T19:00:00Z, 2026-11-21T07:00:00Z",
        // Summer: two.
        "-, 2026-07-01T05:59:59Z, 2026-07-01T06:00:00Z",
        "-, 2026-07-01T17:59:59Z, 2026-07-01T17:59:59Z",
        "-, 2026-07-01T18:00:00Z, 2026-07-02T06:00:00Z",
        // The nights in which the clock is set forward and back.
        "-, 2026-03-28T19:00:00Z, 2026-03-29T06:00:00Z",
        "-, 2026-03-29T01:30:00Z, 2026-03-29T06:00:00Z",
        "-, 2026-10-24T18:00:00Z, 2026-10-25T07:00:00Z",
        "-, 2026-10-25T00:30:00Z, 2026-10-25T07:00:00Z",
        // An hour after the last one.
        "2026-11-20T08:00:00Z, 2026-11-20T08:59:59.999Z, 2026-11-20T09:00:00Z",
        "2026-11-20T08:00:00Z, 2026-11-20T09:00:00Z, 2026-11-20T09:00:00Z",
        // Or at once, when that was long ago.
        "2026-11-20T08:00:00Z, 2026-11-20T09:00:01Z, 2026-11-20T09:00:01Z",
        "2026-11-19T08:00:00Z, 2026-11-20T02:00:00Z, 2026-11-20T07:00:00Z",
        // The hour ends in the evening.
        "2026-11-20T18:30:00Z, 2026-11-20T18:45:00Z, 2026-11-21T07:00:00Z",
      })
  void anSmsGoesOutByDayAndAnHourAfterTheLastOne(Instant last, Instant now, Instant earliest) {
    assertThat(NoticePolicy.earliest(Channel.SMS, last, now)).isEqualTo(earliest);
  }

  @Test
  void anEmailGoesOutByNightTooButNotWithinTheHour() {
    Instant night = Instant.parse("2026-11-20T02:00:00Z");

    assertThat(NoticePolicy.earliest(Channel.EMAIL, null, night)).isEqualTo(night);
    assertThat(NoticePolicy.earliest(Channel.EMAIL, night, night.plusSeconds(1)))
        .isEqualTo(night.plusSeconds(3600));
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMED, true, true", "CONFIRMED, false, false",
    "UNCONFIRMED, true, false", "CLOSED, true, false"
  })
  void onlyAWantedAndConfirmedChannelIsUsed(ChannelState state, boolean wanted, boolean used) {
    Profile profile =
        new Profile(Language.SWEDISH, Map.of())
            .with(Channel.EMAIL, new Contact("a@example.se", state, wanted));

    assertThat(NoticePolicy.dates(pending(Map.of()), profile, TEN))
        .isEqualTo(used ? Map.of(Channel.EMAIL, TEN) : Map.of());
  }

  @Test
  void aChannelThatHasToldAllHasNothingToTell() {
    Contact contact = new Contact("a@example.se", ChannelState.CONFIRMED, true);
    Profile profile =
        new Profile(Language.SWEDISH, Map.of())
            .with(Channel.EMAIL, contact)
            .with(Channel.SMS, contact);

    assertThat(
            NoticePolicy.dates(
                pending(
                    Map.of(
                        Channel.EMAIL, new Told(7, TEN.minusSeconds(9000), null),
                        Channel.SMS, new Told(6, TEN.minusSeconds(60), null))),
                profile,
                TEN))
        .isEqualTo(Map.of(Channel.SMS, TEN.plusSeconds(3540)));
  }

  @Test
  void aChannelThatTheProviderHasPutOffIsNotUsedBefore() {
    Profile profile =
        new Profile(Language.SWEDISH, Map.of())
            .with(Channel.EMAIL, new Contact("a@example.se", ChannelState.CONFIRMED, true));
    for (int seconds : new int[] {-60, 0, 60}) {
      Instant held = TEN.plusSeconds(seconds);
      assertThat(
              NoticePolicy.dates(
                  pending(Map.of(Channel.EMAIL, new Told(6, null, held))), profile, TEN))
          .isEqualTo(Map.of(Channel.EMAIL, seconds < 0 ? TEN : held));
    }
  }

  private static Pending pending(Map<Channel, Told> told) {
    return new Pending(new Citizen("c"), 7, TEN, TEN, Set.of(), told, null, 0, false);
  }
}
