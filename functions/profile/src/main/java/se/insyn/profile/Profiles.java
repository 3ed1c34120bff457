package se.insyn.profile;

import java.time.Instant;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.Profile;

/** Min profil: where and how the viewer is told that there is something new. */
interface Profiles {

  /**
   * The profile, and beside it what the caseworker systems have.
   *
   * @param proposed by channel, the newest that could be used and is not what the profile has
   */
  record Known(Profile profile, Map<Channel, String> proposed) {

    public Known {
      proposed = Map.copyOf(proposed);
    }
  }

  Known of(Viewer viewer);

  /**
   * Makes the profile what the change says, all of it or nothing. A new address gets a code, the
   * one that was used until now a note. A change that changes nothing asks for another code for
   * each address that is not confirmed.
   *
   * @param login when the session began
   * @throws se.insyn.http.Problem 403 when an address is changed long after the login, 429 when no
   *     more codes are sent now
   */
  Known change(Viewer viewer, ProfileChange change, Instant login, Instant now);

  /**
   * Takes a code for the address that the channel has now. Whoever tries has used a try.
   *
   * @return whether the address is confirmed
   */
  boolean confirm(Viewer viewer, Channel channel, String code, Instant now);
}
