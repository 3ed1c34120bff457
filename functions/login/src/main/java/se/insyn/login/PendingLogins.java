package se.insyn.login;

import java.util.Optional;

/** The logins that have begun. */
interface PendingLogins {

  void begin(PendingLogin login);

  /** The login with this id, once: whoever asks again gets none. */
  Optional<PendingLogin> take(String id);
}
