package se.insyn.notifications;

import se.insyn.domain.notices.Channel;

/** Takes a text to an address. */
interface Carrier {

  Channel channel();

  /**
   * One call, never repeated by itself.
   *
   * @param attempt the random name by which its fate is heard of later
   */
  Outcome send(String attempt, String address, Text text);
}
