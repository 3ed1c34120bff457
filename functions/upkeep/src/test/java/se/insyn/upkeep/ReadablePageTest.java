package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.accesslog.Act;
import se.insyn.domain.cases.Actor;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.CaseStatus;
import se.insyn.domain.cases.CaseworkerRole;
import se.insyn.domain.cases.Role;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.AppealResult;
import se.insyn.domain.events.AppealStatus;
import se.insyn.domain.events.ApplicationStatus;
import se.insyn.domain.events.AppointmentForm;
import se.insyn.domain.events.CalculationStage;
import se.insyn.domain.events.Complete;
import se.insyn.domain.events.DecisionStatus;
import se.insyn.domain.events.DocumentType;
import se.insyn.domain.events.ExpenseGroup;
import se.insyn.domain.events.InterventionStatus;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Outcome;
import se.insyn.domain.events.PaymentStatus;
import se.insyn.domain.events.RequestStatus;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.testing.Household;
import se.insyn.domain.value.Code;
import se.insyn.dynamodb.ProposalItems;

/** Everything that is shown has a word on the readable page. */
class ReadablePageTest {

  private final Words words = new Words();

  @ParameterizedTest
  @MethodSource("kinds")
  void everyMemberOfEveryKindHasAWord(Complete complete) {
    var unnamed = new TreeSet<String>();
    for (String person : List.of("P1", "P2")) {
      collect(complete.push().event().shownTo(Household.onlooker(person)).members(), unnamed);
    }

    assertThat(unnamed)
        .isSubsetOf(
            "id",
            "sha256",
            "applicationId",
            "calculationId",
            "decisionId",
            "documentId",
            "interventionId",
            "paymentId",
            "replacesId",
            "you");
  }

  private void collect(Object value, Set<String> unnamed) {
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (name, member) -> {
            if (words.of((String) name).equals(name)) {
              unnamed.add((String) name);
            }
            collect(member, unnamed);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, unnamed));
    }
  }

  static List<Complete> kinds() {
    return Complete.all();
  }

  @Test
  void everyMemberOfAProfileHasAWord() {
    var unnamed = new TreeSet<String>();
    collect(profile().shown().members(), unnamed);
    assertThat(unnamed).isEmpty();
  }

  @Test
  void aProfileIsReadInWords() throws IOException {
    var out = new StringWriter();
    new ReadablePage(out, "Exempelby", Instant.EPOCH).profile(profile().shown().members());
    assertThat(out.toString())
        .contains(
            "<h2>Min profil</h2>",
            "<dt>Telefon</dt><dd dir=\"auto\">+46701740605</dd>",
            "<dt>Avisering med sms</dt><dd dir=\"auto\">Nej</dd>",
            "<dt>Språk</dt><dd dir=\"auto\">Lätt svenska</dd>",
            "<dt>Sms</dt><dd dir=\"auto\">Stängd</dd>",
            "<dt>Telefon</dt><dd dir=\"auto\">070-174 06 05</dd>");
  }

  private static ExportedProfile profile() {
    var profile =
        new Profile(
            Language.EASY_SWEDISH,
            Map.of(
                Channel.SMS, new Contact("+46701740605", ChannelState.CLOSED, false),
                Channel.EMAIL, new Contact("elias@example.se", ChannelState.CONFIRMED, true)));
    return new ExportedProfile(
        profile,
        List.of(
            new ProposalItems.Offer(
                new Source("/lifecare"), Instant.EPOCH, "070-174 06 05", "e@example.se")));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCodeHasAWord(String member, Code[] codes) {
    assertThat(codes).allSatisfy(code -> assertThat(words.of(member, code.code())).isNotNull());
  }

  static List<Object[]> codes() {
    return List.of(
        new Object[] {"kind", Kind.values()},
        new Object[] {"act", Act.values()},
        new Object[] {"area", Area.values()},
        new Object[] {"actor", Actor.values()},
        new Object[] {"role", Role.values()},
        new Object[] {"role", CaseworkerRole.values()},
        new Object[] {"status", CaseStatus.values()},
        new Object[] {"status", ApplicationStatus.values()},
        new Object[] {"status", DecisionStatus.values()},
        new Object[] {"status", InterventionStatus.values()},
        new Object[] {"status", PaymentStatus.values()},
        new Object[] {"status", RequestStatus.values()},
        new Object[] {"status", AppealStatus.values()},
        new Object[] {"result", AppealResult.values()},
        new Object[] {"outcome", Outcome.values()},
        new Object[] {"documentType", DocumentType.values()},
        new Object[] {"form", AppointmentForm.values()},
        new Object[] {"language", Language.values()},
        new Object[] {"sms", ChannelState.values()},
        new Object[] {"email", ChannelState.values()},
        new Object[] {"stage", CalculationStage.values()},
        new Object[] {"group", ExpenseGroup.values()});
  }

  @Test
  void aCalculationCanBeFollowedPersonByPerson() throws IOException {
    var out = new StringWriter();
    var page = new ReadablePage(out, "Exempelby", Instant.parse("2026-11-20T09:00:00Z"));
    page.oneEvent(
        Map.of(
            "caseId",
            "c",
            "id",
            "i",
            "kind",
            "calculation",
            "decisionId",
            "BES-1",
            "decisionMaker",
            Map.of("name", "Karin", "title", "socialsekreterare"),
            "persons",
            List.of(
                Map.of(
                    "name",
                    "Elias",
                    "role",
                    "applicant",
                    "you",
                    true,
                    "days",
                    20L,
                    "amountOre",
                    394_000L))),
        null);
    page.end();

    assertThat(out.toString())
        .contains("Elias (", "3\u00a0940,00", "<dd dir=\"auto\">20</dd>", "<dt>Befattning</dt>")
        .doesNotContain("BES-1", "<dt>Rubrik</dt>");
  }

  @Test
  void howToAppealIsSaidInWholeSentences() throws IOException {
    var out = new StringWriter();
    var page = new ReadablePage(out, "Exempelby", Instant.parse("2026-11-20T09:00:00Z"));
    for (Map<String, Object> howToAppeal :
        List.<Map<String, Object>>of(
            Map.of(
                "appealable",
                true,
                "appealTo",
                Map.of("name", "Nämnd <{lastDay}>"),
                "receivedOn",
                "2026-11-13",
                "lastDay",
                "2026-12-04"),
            Map.of("appealable", true, "basis", "unknown"),
            Map.of("appealable", false, "basis", "received", "receivedOn", "2026-11-13"))) {
      page.oneEvent(
          Map.of("caseId", "c", "id", "i", "kind", "decision", "howToAppeal", howToAppeal), null);
    }
    page.end();

    assertThat(out.toString())
        .contains(
            "<dt>Går att överklaga</dt><dd dir=\"auto\">Du kan överklaga beslutet. Överklagandet ska"
                + " vara skriftligt och ha kommit fram till Nämnd &lt;{lastDay}&gt; senast"
                + " 2026-12-04. Du fick beslutet 2026-11-13. Nämnd &lt;{lastDay}&gt; skickar",
            "till Socialtjänsten inom tre veckor från den dag du fick beslutet. Vi vet inte",
            "<dt>Går att överklaga</dt><dd dir=\"auto\">Nej</dd>");
  }

  @Test
  void amountsDaysAndTimesAreWrittenAsInSweden() throws IOException {
    var out = new StringWriter();
    var page = new ReadablePage(out, "Exempelby", Instant.parse("2026-11-20T09:00:00Z"));
    page.oneEvent(
        Map.of(
            "caseId",
            "c",
            "id",
            "i",
            "kind",
            "payment",
            "date",
            "2026-11-20",
            "amountOre",
            -127_500_050L,
            "startsAt",
            "2026-07-01T22:30:00Z",
            "cancelled",
            true),
        null);
    page.end();

    assertThat(out.toString())
        .contains(
            "Hämtat 2026-11-20 10:00.",
            "<h3>2026-11-20 Utbetalning</h3>",
            "\u22121\u00a0275\u00a0000,50\u00a0kr",
            "2026-07-02 00:30",
            "Ja")
        .endsWith("</html>\n");
  }
}
