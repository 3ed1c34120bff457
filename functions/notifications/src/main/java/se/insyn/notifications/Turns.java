package se.insyn.notifications;

import java.util.List;

/** The order in which a call goes through the parts of the index. */
@FunctionalInterface
interface Turns {

  List<String> of(List<String> parts);
}
