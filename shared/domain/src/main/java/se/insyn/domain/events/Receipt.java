package se.insyn.domain.events;

import java.time.LocalDate;
import se.insyn.domain.json.Members;

/**
 * Delgivning: the day on which one person is known to have got a decision. Never shown as it is.
 */
public record Receipt(String personId, LocalDate on) {

  static Receipt from(Members receipt) {
    return new Receipt(receipt.id("personId"), receipt.date("on"));
  }
}
