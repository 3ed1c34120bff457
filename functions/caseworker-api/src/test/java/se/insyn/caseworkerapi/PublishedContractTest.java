package se.insyn.caseworkerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.Complete;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.http.Problem;

/**
 * The schemas in {@code docs/schemas} and the code know the same members, and judge the same values
 * the same, at the borders and beyond them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedContractTest {

  /** What JSON Schema cannot say, and the descriptions do. */
  private static final Pattern BEYOND_SCHEMAS =
      Pattern.compile(
          "must be (the sum of|basisOre less).*|must not (be before|be there twice|name the same).*"
              + "|must not contain a personal number|(each )?must be a personnummer.*"
              + "|is no person of this case|is required: more than one.*|names a person twice"
              + "|has a number that another person has|.* must fit into 2 KB"
              + "|must not lie more than 60 seconds ahead|not theirs");

  /** Another source or case than the sender's is refused before its members are. */
  private static final String NOT_THEIRS = "not theirs";

  private final Office office = new Office();

  @BeforeAll
  void theCaseIsKnown() {
    assertThat(office.push(Pushes.household())).isEqualTo("applied");
    assertThat(office.push(Pushes.message())).isEqualTo("applied");
  }

  @AfterAll
  void close() {
    office.close();
  }

  /** A push of each type with every member of the contract. */
  static List<Push> complete() {
    var all = new ArrayList<>(Complete.all().stream().map(Complete::push).toList());
    all.add(
        Pushes.push(
            "case",
            """
            {"caseNumber": "IFO-2026-00123", "version": 7, "area": "other-assistance",
             "type": "Vuxen", "status": "closed", "openedOn": "2026-10-30",
             "closedOn": "2026-11-19",
             "office": {"name": "Väster", "phone": "0123-45 67 00", "phoneHours": "mån–fre 9–10",
                        "email": "vaster@kommun.example"},
             "persons": [{"id": "P1", "personalNumber": "200007169915",
                          "previousNumbers": ["200308659978"], "name": "Elias Hertzberg",
                          "role": "applicant", "from": "2026-10-30", "to": "2199-12-31",
                          "protection": "none"}],
             "caseworkers": [{"id": "HL3", "name": "Maria Östlund", "title": "enhetschef",
                              "role": "responsible", "unit": "Väster", "phone": "0123-45 67 01",
                              "phoneHours": "mån–fre 9–10", "email": "maria@kommun.example"}],
             "nextStep": {"text": "Möte", "actor": "office", "expectedOn": "2026-11-30",
                          "audience": ["P1"]}}
            """));
    all.add(
        Pushes.protection("190905271474", "none").with("previousNumbers", List.of("198406829906")));
    all.add(Pushes.push("protection-complete", "{\"asOf\": \"2026-11-20T11:00:00Z\"}"));
    all.add(
        Pushes.push(
            "erase", "{\"caseNumber\": \"IFO-2026-00123\", \"id\": \"FACT-1\", \"version\": 7}"));
    all.add(
        Pushes.message()
            .with("id", "MED-7")
            .with("threadId", "MED-1")
            .with("retracted", false)
            .with(
                "attachments",
                List.of(
                    Map.of(
                        "id", "B1",
                        "name", "Brev.pdf",
                        "mediaType", "application/pdf",
                        "size", 12L,
                        "sha256", "ab".repeat(32)))));
    all.add(Pushes.messageRead());
    all.add(Pushes.contactDetails());
    return all;
  }

  @Test
  void aPushOfEveryTypeThatHasASchemaIsHere() {
    var types = new TreeSet<>(complete().stream().map(Push::type).toList());
    var events = PublishedSchema.of("event").limits("type", "const");
    assertThat(events)
        .containsExactlyInAnyOrderElementsOf(
            types.stream().<Object>map(type -> "se.insyn." + type + ".v1").toList());
  }

  @Test
  void theCodeAsksForTheMembersOfTheSchemasAndForNoOthers() {
    var asked = new LinkedHashMap<String, Map<String, Set<String>>>();
    var published = new LinkedHashMap<String, Map<String, Set<String>>>();
    for (Push push : complete()) {
      var of = asked.computeIfAbsent(push.type(), none -> new LinkedHashMap<>());
      assertThat(taken(Asked.of(envelope(push), of)).get("ignored")).as(push.type()).isNull();
      published.put(push.type(), below("data", PublishedSchema.of(push.type()).members()));
    }
    // What the log names is looked for in every event, also where it is not known.
    for (String type :
        List.of("protection", "protection-complete", "case", "contact-details", "message-read")) {
      Push push =
          complete().stream().filter(one -> one.type().equals(type)).findFirst().orElseThrow();
      boolean isOfACase = type.equals("message-read"); // which is looked for, and so asked for
      for (String logged : isOfACase ? List.of("id") : List.of("caseNumber", "id")) {
        var ignored = taken(envelope(push.with(logged, "A-1"))).get("ignored");
        if (ignored != null) {
          Objects.requireNonNull(Objects.requireNonNull(asked.get(type)).get("data"))
              .remove(logged);
        }
      }
    }
    var envelope = new TreeSet<String>();
    asked.values().forEach(of -> envelope.addAll(Objects.requireNonNull(of.remove(""))));
    assertThat(asked).isEqualTo(published);
    assertThat(envelope).isEqualTo(PublishedSchema.of("event").members().get(""));
  }

  @ParameterizedTest
  @MethodSource("complete")
  void whatASchemaRefusesTheCodeRefusesAndWhatItTakesTheCodeTakes(Push push) {
    var schema = PublishedSchema.of(push.type());
    var differently = new LinkedHashMap<String, Object>();
    for (String path : OtherValues.paths("", push.data())) {
      for (Push changed : OtherValues.of(schema, push, path)) {
        List<String> refused = refusals(envelope(changed));
        boolean fits = schema.takes(changed.data());
        if (fits
            ? refused.stream().anyMatch(PublishedContractTest::canBeSaid)
            : refused.isEmpty()) {
          differently.put(
              path + " = " + written(changed, path),
              fits ? refused : "taken, though it does not fit");
        }
      }
    }
    assertThat(differently).isEmpty();
  }

  @Test
  void whatTheSchemaSaysOfAnEnvelopeTheCodeSaysToo() {
    var schema = PublishedSchema.of("event");
    var whole = envelope(Pushes.protection("190905271474", "none"));
    whole.put("subject", "x");
    whole.put("dataschema", "x");
    whole.put("datacontenttype", "application/json");
    var differently = new LinkedHashMap<String, Object>();
    for (String name : List.copyOf(whole.keySet())) {
      for (Object value : OtherValues.of(schema, name)) {
        var changed = new LinkedHashMap<String, @Nullable Object>(whole);
        changed.put(name, value);
        List<String> refused = refusals(changed);
        boolean fits = schema.takes(changed);
        if (fits
            ? refused.stream().anyMatch(PublishedContractTest::canBeSaid)
            : refused.isEmpty()) {
          differently.put(name + " = " + value, fits ? refused : "taken, though it does not fit");
        }
      }
    }
    assertThat(differently).isEmpty();
  }

  private static boolean canBeSaid(String refusal) {
    return !BEYOND_SCHEMAS.matcher(refusal).matches();
  }

  /** The details of what is refused; a conflict comes after all members were found to be right. */
  private List<String> refusals(Map<String, @Nullable Object> event) {
    try {
      taken(event);
      return List.of();
    } catch (InvalidMembers e) {
      return e.violations().stream().map(violation -> violation.detail()).toList();
    } catch (Problem e) {
      assertThat(e.status()).isIn(403, 404, 409);
      return e.status() == 409 ? List.of() : List.of(NOT_THEIRS);
    }
  }

  private Map<String, Object> taken(Map<String, @Nullable Object> event) {
    return office.updates().take(new Source(Office.LIFECARE), event, true);
  }

  private static Map<String, @Nullable Object> envelope(Push push) {
    return push.cloudEvent(Office.LIFECARE);
  }

  private static Map<String, Set<String>> below(String name, Map<String, Set<String>> members) {
    var below = new LinkedHashMap<String, Set<String>>();
    members.forEach((path, names) -> below.put(path.isEmpty() ? name : name + "/" + path, names));
    return below;
  }

  private static String written(Push push, String path) {
    try {
      String text = String.valueOf(push.at(path));
      return text.length() > 80 ? text.length() + " characters" : Json.write(text);
    } catch (IllegalArgumentException e) {
      return "nothing";
    }
  }
}
