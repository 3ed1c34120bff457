package se.insyn.profile;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.time.Clock;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Shown;
import se.insyn.domain.notices.Channel;
import se.insyn.http.JsonBody;
import se.insyn.http.OpenSession;

/** Min profil: the one place where a personal number is shown, to whoever has it. */
@Controller("/api/profile")
final class ProfileController {

  private final Profiles profiles;
  private final Addresses addresses;
  private final Clock clock;

  ProfileController(Profiles profiles, Addresses addresses, Clock clock) {
    this.profiles = profiles;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Get
  Map<String, Object> show(Viewer viewer, OpenSession session) {
    return shown(session, profiles.of(viewer));
  }

  @Put
  Map<String, Object> change(Viewer viewer, OpenSession session, JsonBody body) {
    ProfileChange change = body.read(members -> ProfileChange.read(members, addresses));
    return shown(
        session, profiles.change(viewer, change, session.session().began(), clock.instant()));
  }

  private static Map<String, Object> shown(OpenSession session, Profiles.Known known) {
    var proposed = new Shown();
    for (Channel channel : Channel.values()) {
      proposed.put(channel.address(), known.proposed().get(channel));
    }
    return known
        .profile()
        .shown()
        .put("name", session.name())
        .put("personalNumber", session.personalNumber())
        .put("proposed", proposed.members().isEmpty() ? null : proposed)
        .members();
  }
}
