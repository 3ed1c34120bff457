package se.insyn.domain.testing;

import se.insyn.domain.json.Json;

/**
 * Valid pushes with what is required and little more: of the case IFO-2026-00123, visible, dated
 * 2026-11-20, for P1.
 */
public final class Pushes {

  public static final String CASE_NUMBER = "IFO-2026-00123";

  /** A test number that nobody has: P1. */
  public static final String APPLICANT = "200007169915";

  /** A test number that nobody has: P2 of {@link #household}. */
  public static final String CO_APPLICANT = "196703049988";

  private Pushes() {}

  /** A case with one applicant, P1. */
  public static Push ofCase() {
    return push(
        "case",
        """
        {"caseNumber": "IFO-2026-00123", "version": 1, "area": "other-assistance",
         "type": "Vuxen, skadligt bruk och beroende", "status": "open", "openedOn": "2026-10-30",
         "office": {"name": "Vård och behandling Väster", "phone": "0123-45 67 00"},
         "persons": [{"id": "P1", "personalNumber": "200007169915", "name": "Elias Hertzberg",
                      "role": "applicant", "protection": "none"}],
         "caseworkers": [{"id": "HL3", "name": "Maria Östlund", "title": "enhetschef",
                          "role": "responsible", "unit": "Vård och behandling Väster"}]}
        """);
  }

  /** A case with an applicant P1, a co-applicant P2 and a child P3 without a number. */
  public static Push household() {
    return ofCase()
        .adding(
            "persons",
            Json.parseObject(
                """
                {"id": "P2", "personalNumber": "196703049988", "name": "Åsa-Lena Gustafsson",
                 "role": "co-applicant", "protection": "none"}
                """))
        .adding(
            "persons",
            Json.parseObject(
                """
                {"id": "P3", "name": "Alva Öberg", "role": "child", "protection": "none"}
                """));
  }

  /** From a caseworker to P1, in a thread of its own. */
  public static Push message() {
    return push(
        "message",
        """
        {"caseNumber": "IFO-2026-00123", "id": "MED-1", "version": 1, "to": "P1",
         "from": {"caseworkerId": "HL3", "name": "Maria Östlund"}, "subject": "Kontoutdrag",
         "text": "Hej!"}
        """);
  }

  /** That a caseworker has read that message. */
  public static Push messageRead() {
    return push(
        "message-read",
        """
        {"caseNumber": "IFO-2026-00123", "threadId": "MED-1", "messageId": "MED-1",
         "readBy": {"caseworkerId": "HL3", "name": "Maria Östlund"},
         "readAt": "2026-11-20T10:00:00Z"}
        """);
  }

  /** What a source proposes as phone and e-mail of P1. */
  public static Push contactDetails() {
    return push(
        "contact-details",
        """
        {"personalNumber": "200007169915", "version": 1, "phone": "070-174 06 05",
         "email": "elias@example.se"}
        """);
  }

  /** What the population register says of a person. */
  public static Push protection(String personalNumber, String protection) {
    return push("protection", "{\"version\": 1}")
        .with("personalNumber", personalNumber)
        .with("protection", protection);
  }

  public static Push application() {
    return fact("application", "ANS-1").with("title", "Ansökan Vuxna");
  }

  public static Push decision() {
    return fact("decision", "BES-1")
        .with("decision", "Strukturerat öppenv.pgm vård/beh")
        .with("outcome", "granted")
        .with("decisionMaker", Json.parseObject("{\"name\": \"Maria Östlund\"}"));
  }

  public static Push intervention() {
    return fact("intervention", "INS-1")
        .with("intervention", "Öppenvårdsprogram")
        .with("organisation", "Vård och behandling Väster")
        .with("caseworker", Json.parseObject("{\"name\": \"Maria Östlund\"}"));
  }

  public static Push resourceAllocation() {
    return fact("resource-allocation", "RES-1")
        .with("resource", "Råd och stöd")
        .with("resourceType", "Strukturerad dagvård")
        .with("startedOn", "2026-11-01");
  }

  public static Push payment() {
    return fact("payment", "UTB-1")
        .with("amountOre", 50_000)
        .with("method", "Plusgiro")
        .with("status", "paid")
        .with("payee", Json.parseObject("{\"personId\": \"P1\", \"name\": \"Elias Hertzberg\"}"));
  }

  public static Push incomingPayment() {
    return fact("incoming-payment", "INB-1")
        .with("amountOre", 50_000)
        .with("paymentType", "Inbetalning");
  }

  /** A journal note. */
  public static Push document() {
    return fact("document", "DOK-1")
        .with("title", "Uppföljningssamtal")
        .with("documentType", "journal-note")
        .with("text", "Elias och Petra träffas för uppföljning.");
  }

  /** A PDF. */
  public static Push file() {
    return fact("document", "DOK-2")
        .with("title", "Utredning")
        .with("documentType", "investigation")
        .with(
            "file",
            Json.parseObject(
                """
                {"mediaType": "application/pdf", "size": 12345,
                 "sha256": "0f5b1f4d1b5b0c6f2e6a8f3e7c9d2a4b6c8e0f1a3b5d7f9a1c3e5f7a9b1d3f5a"}
                """));
  }

  public static Push appointment() {
    return fact("appointment", "KAL-1").with("startsAt", "2026-11-26T09:00:00Z");
  }

  public static Push informationRequest() {
    return fact("information-request", "KOMP-1")
        .with("what", "Kontoutdrag för alla konton")
        .with("dueOn", "2026-12-01")
        .with("status", "open");
  }

  public static Push calculation() {
    return push(
        "calculation",
        """
        {"caseNumber": "IFO-2026-00123", "id": "NB-1", "version": 1, "visible": true,
         "date": "2026-11-20", "audience": ["P1"],
         "norm": "Riksnorm (exempelbelopp)",
         "period": {"from": "2026-12-01", "to": "2026-12-31"}, "stage": "final",
         "persons": [{"personId": "P1", "name": "Elias Hertzberg", "role": "applicant",
                      "amountOre": 394000}],
         "householdCost": {"amountOre": 115000},
         "expenses": [{"id": "U1", "group": "livelihood", "type": "Hyra", "grantedOre": 350000}],
         "incomes": [{"id": "I1", "type": "Lön", "basisOre": 100000, "countedOre": 100000}],
         "personSumOre": 394000, "normSumOre": 509000, "expenseSumOre": 350000,
         "otherNeedsSumOre": 0, "incomeSumOre": 100000, "resultOre": 759000}
        """);
  }

  /** A push of any type with these data, as JSON. */
  public static Push push(String type, String data) {
    return new Push(type, Json.parseObject(data));
  }

  private static Push fact(String type, String id) {
    return push(
            type,
            """
            {"caseNumber": "IFO-2026-00123", "version": 1, "visible": true, "date": "2026-11-20",
             "audience": ["P1"]}
            """)
        .with("id", id);
  }
}
