package se.insyn.notifications;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Another order with each call, so that two at once seldom look at the same people. */
@Singleton
final class AnyTurn implements Turns {

  @Override
  public List<String> of(List<String> parts) {
    var any = new ArrayList<>(parts);
    Collections.shuffle(any);
    return any;
  }
}
