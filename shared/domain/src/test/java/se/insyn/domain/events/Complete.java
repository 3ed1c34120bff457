package se.insyn.domain.events;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;

/**
 * A push of each kind with every member of the contract; which of them are required, and which
 * others break a rule elsewhere when they are left out.
 */
public record Complete(Push push, Set<String> required, Map<String, String> bound) {

  private static final String COMMON =
      """
      "caseNumber": "IFO-2026-00123", "id": "FACT-1", "version": 7, "visible": true,
      "retracted": false, "date": "2026-11-20", "registeredAt": "2026-11-20T08:00:00Z",
      "applicationId": "ANS-1", "concernedPersons": ["P1", "P3"], "audience": ["P1", "P2"],
      """;

  /** One of each kind; of documents, a text and a file. */
  public static List<Complete> all() {
    return List.of(
        application(),
        decision(),
        intervention(),
        resourceAllocation(),
        payment(),
        incomingPayment(),
        text(),
        file(),
        appointment(),
        informationRequest(),
        calculation());
  }

  private static Complete of(String type, String members, String... required) {
    return new Complete(
        Pushes.push(type, "{" + COMMON + members + "}"), Set.of(required), Map.of());
  }

  private Complete whereItBreaks(Map<String, String> otherRules) {
    return new Complete(push, required, otherRules);
  }

  @Override
  public String toString() {
    return push.type() + (push.at("file") == null ? "" : " with a file");
  }

  static Complete application() {
    return of(
        "application",
        """
        "title": "Ansökan Vuxna", "status": "under-investigation",
        "period": {"from": "2026-12-01", "to": "2026-12-31"},
        "appliedFor": [{"purpose": "Resor", "amountOre": 50000}], "calculationId": "NB-1"
        """,
        "title",
        "period/from",
        "appliedFor/0/purpose");
  }

  static Complete decision() {
    return of(
        "decision",
        """
        "decision": "Ekonomiskt bistånd", "decisionType": "Bistånd", "outcome": "partly-granted",
        "status": "revoked", "replacesId": "BES-0",
        "rows": [{"id": "R1", "purpose": "Tandvård", "outcome": "partly-granted",
                  "appliedOre": 240000, "grantedOre": 164000, "grounds": "Akut del",
                  "period": {"from": "2026-12-01", "to": "2026-12-31"}},
                 {"id": "R2", "purpose": "Resor", "outcome": "granted", "grantedOre": 1000}],
        "decisionMaker": {"name": "Karin Sjöström", "title": "socialsekreterare"},
        "organisation": "Enheten för ekonomiskt bistånd", "legalBasis": "SoL (2025:400)",
        "grounds": "Skäl A", "coApplicantGrounds": "Skäl B", "cause": "Orsak A",
        "coApplicantCause": "Orsak B", "period": {"from": "2026-12-01", "to": "2026-12-31"},
        "amountOre": 165000,
        "claim": {"amountOre": 360000, "remainingOre": 70000, "dueOn": "2026-12-24"},
        "appealable": true,
        "appealTo": {"name": "Socialnämnden", "address": "Torggatan 4\\n123 45 Exempelby",
                     "email": "socialnamnden@kommun.example"},
        "receivedBy": [{"personId": "P1", "on": "2026-11-21"}], "notifiedHere": true,
        "appeal": {"receivedOn": "2026-11-25", "status": "decided", "result": "partly-changed",
                   "decidedOn": "2026-12-20", "court": "Förvaltningsrätten",
                   "courtCaseNumber": "1234-26"},
        "calculationId": "NB-1", "documentId": "DOK-1"
        """,
        "decision",
        "outcome",
        "rows/0/id",
        "rows/0/purpose",
        "rows/0/outcome",
        "rows/0/period/from",
        "rows/1/id",
        "rows/1/purpose",
        "rows/1/outcome",
        "decisionMaker",
        "decisionMaker/name",
        "period/from",
        "claim/amountOre",
        "claim/remainingOre",
        "appealTo/name",
        "receivedBy/0/personId",
        "receivedBy/0/on",
        "appeal/receivedOn",
        "appeal/status");
  }

  static Complete intervention() {
    return of(
        "intervention",
        """
        "intervention": "Öppenvårdsprogram", "status": "ended", "organisation": "Väster",
        "caseworker": {"name": "Maria Östlund", "title": "enhetschef"},
        "coCaseworker": {"name": "Petra Lundin", "title": "socialsekreterare"},
        "period": {"from": "2026-11-01", "to": "2026-11-30"}, "endReason": "Fullföljd",
        "decisionId": "BES-1",
        "baseDecision": {"date": "2026-10-30", "decision": "Öppenvård",
                         "decisionMaker": {"name": "Maria Östlund", "title": "enhetschef"}}
        """,
        "intervention",
        "organisation",
        "caseworker",
        "caseworker/name",
        "coCaseworker/name",
        "period/from",
        "baseDecision/date",
        "baseDecision/decision",
        "baseDecision/decisionMaker",
        "baseDecision/decisionMaker/name");
  }

  static Complete resourceAllocation() {
    return of(
        "resource-allocation",
        """
        "resource": "Råd och stöd", "resourceType": "Dagvård", "startedOn": "2026-11-01",
        "endedOn": "2026-11-30", "percent": 12.5, "interventionId": "INS-1"
        """,
        "resource",
        "resourceType",
        "startedOn");
  }

  static Complete payment() {
    return of(
        "payment",
        """
        "amountOre": 50000, "method": "Plusgiro", "status": "stopped",
        "payee": {"personId": "P1", "name": "Elias Hertzberg",
                  "address": ["Stadingsplan 5", "824 54 Kista"]},
        "account": "8327-9 123 456 789-0", "reference": "4410087", "concernedMonth": "2026-11",
        "decisionId": "BES-1", "replacesId": "UTB-0", "message": "Hyra"
        """,
        "amountOre",
        "method",
        "status",
        "payee",
        "payee/name");
  }

  static Complete incomingPayment() {
    return of(
        "incoming-payment",
        """
        "amountOre": 50000, "paymentType": "Inbetalning",
        "payer": {"personId": "P1", "name": "Elias Hertzberg"}, "concernedMonth": "2026-11",
        "decisionId": "BES-60", "paymentId": "UTB-1"
        """,
        "amountOre",
        "paymentType",
        "payer/name");
  }

  static Complete text() {
    return of(
            "document",
            """
            "title": "Uppföljningssamtal", "documentType": "journal-note",
            "typeName": "Samtalsanteckning", "author": "Petra Lundin", "replacesId": "DOK-0",
            "text": "Första raden.\\n\\nAndra raden: <b>=cmd</b> \uD83D\uDE00"
            """,
            "title",
            "documentType")
        .whereItBreaks(Map.of("text", "text"));
  }

  static Complete file() {
    return of(
            "document",
            """
            "title": "Utredning", "documentType": "investigation", "typeName": "Utredning",
            "author": "Petra Lundin", "replacesId": "DOK-0",
            "file": {"mediaType": "application/pdf", "size": 20971520,
                     "sha256": "0f5b1f4d1b5b0c6f2e6a8f3e7c9d2a4b6c8e0f1a3b5d7f9a1c3e5f7a9b1d3f5a"}
            """,
            "title",
            "documentType",
            "file/mediaType",
            "file/size",
            "file/sha256")
        .whereItBreaks(Map.of("file", "text"));
  }

  static Complete appointment() {
    return of(
        "appointment",
        """
        "startsAt": "2026-11-26T09:00:00Z", "endsAt": "2026-11-26T09:45:00Z", "form": "home-visit",
        "place": "Torggatan 4", "with": "Karin Sjöström", "documentId": "DOK-1", "cancelled": true
        """,
        "startsAt");
  }

  static Complete informationRequest() {
    return of(
        "information-request",
        """
        "what": "Kontoutdrag", "dueOn": "2026-12-01", "status": "withdrawn"
        """,
        "what",
        "dueOn",
        "status");
  }

  static Complete calculation() {
    return of(
            "calculation",
            """
            "norm": "Riksnorm (exempelbelopp)",
            "period": {"from": "2026-12-01", "to": "2026-12-31"}, "stage": "preliminary",
            "replacesId": "NB-0", "decisionId": "BES-1",
            "persons": [
              {"personId": "P1", "name": "Elias Hertzberg", "role": "applicant",
               "normRow": "Ensam", "included": true, "fullOre": 394000, "days": 20, "ofDays": 30,
               "deviation": {"from": "2026-12-01", "to": "2026-12-10", "reason": "Bortrest"},
               "amountOre": 300000},
              {"name": "Alva Öberg", "role": "child", "included": false, "amountOre": 40000}],
            "householdCost": {"amountOre": 115000, "fullOre": 203000, "householdSize": 4,
                              "countedMembers": 1, "reason": "Inneboende"},
            "expenses": [
              {"id": "U1", "group": "livelihood", "type": "Hyra", "personId": "P1",
               "appliedOre": 400000, "grantedOre": 350000, "reason": "Skälig hyra"},
              {"id": "U2", "group": "other-needs", "type": "Tandvård", "grantedOre": 20000}],
            "incomes": [
              {"id": "I1", "type": "Lön", "personId": "P2", "declaredOre": 90000,
               "authorities": [{"name": "Försäkringskassan", "amountOre": 100000,
                                "month": "2026-11", "fetchedOn": "2026-11-19"}],
               "basisOre": 100000,
               "disregards": [{"rule": "Jobbstimulans 25 %", "amountOre": 25000}],
               "countedOre": 75000, "reason": "Enligt lönebesked"}],
            "adjustments": [{"id": "J1", "type": "Överskott", "amountOre": -42000,
                             "reason": "Från föregående månad"}],
            "personSumOre": 300000, "normSumOre": 415000, "expenseSumOre": 350000,
            "otherNeedsSumOre": 20000, "incomeSumOre": 75000, "adjustmentSumOre": -42000,
            "resultOre": 668000
            """,
            "norm",
            "period",
            "period/from",
            "period/to",
            "stage",
            "persons",
            "persons/0/name",
            "persons/0/role",
            "persons/0/deviation/from",
            "persons/0/deviation/to",
            "persons/0/amountOre",
            "persons/1/name",
            "persons/1/role",
            "persons/1/amountOre",
            "householdCost",
            "householdCost/amountOre",
            "expenses",
            "expenses/0/id",
            "expenses/0/group",
            "expenses/0/type",
            "expenses/0/grantedOre",
            "expenses/1/id",
            "expenses/1/group",
            "expenses/1/type",
            "expenses/1/grantedOre",
            "incomes",
            "incomes/0/id",
            "incomes/0/type",
            "incomes/0/authorities/0/name",
            "incomes/0/authorities/0/amountOre",
            "incomes/0/basisOre",
            "incomes/0/disregards/0/rule",
            "incomes/0/disregards/0/amountOre",
            "incomes/0/countedOre",
            "adjustments/0/id",
            "adjustments/0/type",
            "adjustments/0/amountOre",
            "adjustments/0/reason",
            "personSumOre",
            "normSumOre",
            "expenseSumOre",
            "otherNeedsSumOre",
            "incomeSumOre",
            "resultOre")
        .whereItBreaks(
            Map.of(
                "persons/1/included", "personSumOre",
                "incomes/0/disregards", "incomes/0/countedOre",
                "adjustments", "adjustmentSumOre",
                "adjustmentSumOre", "adjustmentSumOre resultOre"));
  }
}
