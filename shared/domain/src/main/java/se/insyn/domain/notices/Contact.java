package se.insyn.domain.notices;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody can be reached by one channel.
 *
 * @param address a number as E.164, or an e-mail address; null exactly where the state is {@code
 *     NONE}
 * @param isWanted whether the citizen wants notices there
 */
public record Contact(@Nullable String address, ChannelState state, boolean isWanted) {

  /** Nothing known yet; once there is something, notices are wanted. */
  public static final Contact NONE = new Contact(null, ChannelState.NONE, true);

  public Contact {
    if ((address == null) != (state == ChannelState.NONE)) {
      throw new IllegalArgumentException("an address and its state belong together");
    }
  }

  /** Whether a notice may go there. */
  public boolean isOpen() {
    return isWanted && state == ChannelState.CONFIRMED;
  }

  @Override
  public String toString() {
    return "contact " + state.code();
  }
}
