package se.insyn.profile;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.time.Clock;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Members;
import se.insyn.domain.notices.Channel;
import se.insyn.http.JsonBody;

/** Bekräfta: the code that went to an address comes back, so the address is the citizen's. */
@Controller("/api/profile/confirmations")
final class ConfirmationsController {

  private static final int LONGEST_CODE = 20;

  private final Profiles profiles;
  private final Clock clock;

  ConfirmationsController(Profiles profiles, Clock clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  private record Given(Channel channel, String code) {

    static Given of(Members members) {
      return new Given(members.code("channel", Channel.class), members.text("code", LONGEST_CODE));
    }
  }

  /** One answer for a code that is wrong, too old or tried too often, and for none at all. */
  @Post
  @Status(HttpStatus.NO_CONTENT)
  void confirm(Viewer viewer, JsonBody body) {
    Given given = body.read(Given::of);
    if (!ConfirmationCode.isOne(given.code())
        || !profiles.confirm(viewer, given.channel(), given.code(), clock.instant())) {
      throw new InvalidMembers("/code", "is not the code that counts now");
    }
  }
}
