package se.insyn.domain.messages;

import se.insyn.domain.events.Shown;
import se.insyn.domain.json.Members;

/** The caseworker who writes, or reads, as their system names them. */
public record Correspondent(String caseworkerId, String name) {

  private static final int LONGEST_NAME = 200;

  static Correspondent from(Members data) {
    return new Correspondent(data.id("caseworkerId"), data.text("name", LONGEST_NAME));
  }

  /** As they are stored, and shown to whom they write to. */
  public Shown shown() {
    return new Shown().put("caseworkerId", caseworkerId).put("name", name);
  }
}
