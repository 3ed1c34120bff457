package se.insyn.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import se.insyn.local.demo.DemoDates;
import se.insyn.local.demo.DemoPerson;

/** What the console says when everything is up. */
final class Welcome {
  private Welcome() {}

  static String text(Insyn insyn, Path log, Clock clock) {
    var people =
        DemoPerson.ALL.stream()
            .map(
                person -> "  %s  %-21s %s".formatted(person.number(), person.name(), person.sees()))
            .collect(Collectors.joining("\n"));
    return """

        Insyn is here:   %s
        Log in there and pick one of the demo's people:

        %s

        Push a decision of today to a case that 200007169915 sees (paste it as it is; once more says duplicate):

        %s

        SMS and e-mails that went out: %s/dev/sent
        What the functions print: %s
        Ctrl-C ends everything; the data stay until bin/run --fresh.
        """
        .formatted(insyn.origin(), people, curl(insyn, clock), insyn.origin(), log);
  }

  private static String curl(Insyn insyn, Clock clock) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var today = LocalDate.ofInstant(now, DemoDates.STOCKHOLM);
    return """
        curl -sS %1$s/caseworker/v1/updates \\
          -H "Authorization: Bearer $(curl -sS %2$s/token -d grant_type=client_credentials \\
            -d client_id=lifecare -d client_secret=any | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')" \\
          -H 'Content-Type: application/cloudevents+json' -d '{
          "specversion": "1.0", "id": "demo-%3$s", "source": "/lifecare", "type": "se.insyn.decision.v1", "time": "%3$s",
          "data": {"caseNumber": "IFO-2026-00123", "id": "%5$s", "version": 1, "visible": true, "date": "%4$s",
            "registeredAt": "%3$s",
            "applicationId": "ANS-1", "decision": "Resor till arbetsträning", "outcome": "granted", "amountOre": 62000,
            "decisionMaker": {"name": "Maria Östlund", "title": "enhetschef"},
            "grounds": "Resorna behövs för att planen ska gå att följa."}}'"""
        .formatted(insyn.origin(), insyn.setting("SYSTEMS_ISSUER"), now, today, idOf(now));
  }

  /** Another one at every start, so that it is new to the data of last time too. */
  private static String idOf(Instant now) {
    return "BES-NY-" + Long.toString(now.getEpochSecond(), Character.MAX_RADIX);
  }
}
