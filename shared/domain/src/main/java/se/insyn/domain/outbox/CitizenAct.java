package se.insyn.domain.outbox;

import se.insyn.domain.events.Shown;

/**
 * Något som medborgaren gjort: what a caseworker system fetches. Written to the outbox of its
 * source in the transaction of the act itself, and there until that system has acknowledged it.
 */
public sealed interface CitizenAct
    permits MessageSent, MessageRead, ContactDetailsChanged, InformationSubmitted {

  /** The contract's word, such as {@code message-sent}. */
  String type();

  /** The members of {@code data}, as the contract names them. */
  Shown data();
}
