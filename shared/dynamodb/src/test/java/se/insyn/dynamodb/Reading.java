package se.insyn.dynamodb;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Showing;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.testing.Household;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The adapters over one municipality's tables, on 2026-11-20 in the morning. */
record Reading(
    Municipality municipality, DynamoViewers viewers, DynamoCases cases, DynamoCaseEvents events) {

  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  /** All that there is, ten at a time. */
  static final EventQuery EVERYTHING = new EventQuery(null, null, null, null, null, null, 10, null);

  static Reading of(Municipality municipality) {
    return of(municipality, Household.SHOWING);
  }

  static Reading of(Municipality municipality, Showing showing) {
    DynamoDbClient client = LocalDynamoDb.start().client();
    Tables tables = municipality.tables();
    return new Reading(
        municipality,
        new DynamoViewers(client, tables, Clock.fixed(NOW, ZoneOffset.UTC), showing),
        new DynamoCases(client, tables),
        new DynamoCaseEvents(client, tables));
  }

  Optional<Viewer> viewer(String number) {
    return viewers.viewer(Municipality.citizen(number), NOW, null);
  }

  Viewer applicant() {
    return viewer(Pushes.APPLICANT).orElseThrow();
  }

  VisibleCase applicants(CaseId caseId) {
    return applicant().visible(caseId.value()).orElseThrow();
  }
}
