package se.insyn.dynamodb;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log that an item could not be read and was taken as closed. */
final class Damaged {

  private static final Logger LOG = LoggerFactory.getLogger(Damaged.class);

  private Damaged() {}

  /** The item's content stays out of the log: only the table and the kind of fault are named. */
  static void item(String table, RuntimeException fault) {
    LOG.error("unreadable item in {}: {}", table, fault.getClass().getSimpleName());
  }
}
