package se.insyn.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private final String text = read();
  private final Template template = Template.parse(text);

  @Test
  void settingsAreResolvedAndOverridden() {
    assertThat(template.settings(Map.of("MUNICIPALITY_NAME", "Exempelby", "UNKNOWN", "x")))
        .containsExactly(
            entry("MUNICIPALITY_NAME", "Exempelby"),
            entry("GREETING", "hello test from eu-north-1 and ${Stage}"),
            entry("THINGS_TABLE", "ThingsTable"),
            entry("OTHER_TABLE", "others"),
            entry("THINGS_ARN", "arn:aws:local:eu-north-1:000000000000:ThingsTable"),
            entry("JOINED", "a-test-c"),
            entry("LOGIN_KEY", "LoginKey"));
  }

  @Test
  void aSettingThatNothingGivesAValueIsNamed() {
    assertThatThrownBy(() -> template.settings(Map.of()))
        .hasMessage("nothing gives a value to Name");
  }

  @Test
  void aGivenValueThatItsParameterWouldNotTakeIsNamedWithWhatIsWanted() {
    var strict =
        Template.parse(
            text.replace(
                "  Name:\n    Type: String\n",
                """
                  Name:
                    Type: String
                    AllowedPattern: '^https://[a-z]+$'
                    ConstraintDescription: An https address.
                """));

    assertThat(strict.wrongSettings(Map.of("MUNICIPALITY_NAME", "foo", "GREETING", "x")))
        .containsExactly("MUNICIPALITY_NAME cannot be \"foo\". It takes: An https address.");
    assertThat(strict.wrongSettings(Map.of("MUNICIPALITY_NAME", "http://here"))).isEmpty();
    assertThat(strict.wrongSettings(Map.of("MUNICIPALITY_NAME", "http://here:8080"))).isEmpty();
    assertThat(strict.wrongSettings(Map.of())).isEmpty();
  }

  @Test
  void aGivenValueThatIsNotInItsListIsNamedWithTheList() {
    var strict =
        Template.parse(
            text.replace(
                "  Name:\n    Type: String\n",
                "  Name:\n    Type: String\n    AllowedValues: [guardduty, none]\n"));

    assertThat(strict.wrongSettings(Map.of("MUNICIPALITY_NAME", "None")))
        .containsExactly(
            "MUNICIPALITY_NAME cannot be \"None\". It takes: One of [guardduty, none].");
    assertThat(strict.wrongSettings(Map.of("MUNICIPALITY_NAME", "none"))).isEmpty();
  }

  @Test
  void functionsAndRoutesAreThoseOfTheTemplate() {
    assertThat(template.functions())
        .containsExactly(
            new FunctionDefinition(
                "Probe", Path.of("probe.zip"), "se.insyn.local.functions.ProbeHandler"));
    assertThat(template.routes())
        .containsExactly(
            new Route("GET", "/things/{id}", "Probe"),
            new Route("ANY", "/things", "Probe"),
            new Route("ANY", "$default", "Probe"));
  }

  @Test
  void aRouteOfAnotherPayloadFormatIsRefused() {
    assertThatThrownBy(() -> Template.parse(text.replace("\"1.0\"", "\"2.0\"")).routes())
        .hasMessage("Probe has a route whose payload format is not 1.0");
  }

  @Test
  void aSettingOfASingleFunctionIsRefused() {
    var own = text.replace("CodeUri: probe.zip", "CodeUri: probe.zip\n      Environment: {}");
    assertThatThrownBy(() -> Template.parse(own).functions())
        .hasMessage("Probe has settings of its own; they stand in Globals");
  }

  @Test
  void tablesHaveTheirKeysAndIndexes() {
    var things = template.tables().getFirst();
    assertThat(things.name()).isEqualTo("ThingsTable");
    assertThat(things.expiryAttribute()).isEqualTo("ttl");
    assertThat(things.create())
        .containsOnlyKeys(
            "TableName",
            "AttributeDefinitions",
            "KeySchema",
            "LocalSecondaryIndexes",
            "BillingMode");
    assertThat(template.tables().getLast().expiryAttribute()).isNull();
  }

  @Test
  void aBucketHasANameInSmallLettersAndLetsPagesInAsItSays() {
    assertThat(template.buckets())
        .containsExactly(
            new BucketDefinition("thingsbucket", List.of("PUT"), List.of("content-type")));
  }

  @Test
  void aRuleAsksForTheEventsThatItsPatternSays() {
    var rule = template.rules().getFirst();
    assertThat(rule.function()).isEqualTo("Probe");
    assertThat(rule.asksFor(arrived("aws.s3", "thingsbucket", "in/a"))).isTrue();
    assertThat(rule.asksFor(arrived("aws.other", "thingsbucket", "in/a"))).isFalse();
    assertThat(rule.asksFor(arrived("aws.s3", "ThingsBucket", "in/a"))).isFalse();
    assertThat(rule.asksFor(arrived("aws.s3", "thingsbucket", "out/a"))).isFalse();
    assertThat(rule.asksFor(Map.of("source", "aws.s3"))).isFalse();
  }

  private static Map<String, Object> arrived(String source, String bucket, String key) {
    return Map.of(
        "source",
        source,
        "detail",
        Map.of("bucket", Map.of("name", bucket), "object", Map.of("key", key)));
  }

  @Test
  void keysAndAliasesAreThoseOfTheTemplate() {
    assertThat(template.keys())
        .isEqualTo(
            List.of(
                new KeyDefinition("LoginKey", "ECC_NIST_P256"),
                new KeyDefinition("MacKey", "HMAC_256")));
    assertThat(template.keyAliases()).containsExactly(entry("alias/mac", "MacKey"));
  }

  @Test
  void permissionsAreThoseOfTheTemplate() {
    assertThat(template.permissions())
        .containsExactly(
            entry(
                "Probe",
                List.of(
                    new Permission("dynamodb:GetItem", "ThingsTable"),
                    new Permission("dynamodb:GetItem", "ThingsTable/index/*"),
                    new Permission("dynamodb:Query", "ThingsTable"),
                    new Permission("dynamodb:Query", "ThingsTable/index/*"),
                    new Permission("kms:Sign", "LoginKey"))));
  }

  @Test
  void aPermissionAllowsItselfAndWhatItsStarStandsFor() {
    var index = new Permission("dynamodb:Query", "ThingsTable/index/byDate");
    assertThat(index.allows(index)).isTrue();
    assertThat(new Permission("dynamodb:Query", "ThingsTable/index/*").allows(index)).isTrue();
    assertThat(new Permission("dynamodb:Query", "ThingsTable").allows(index)).isFalse();
    assertThat(new Permission("dynamodb:Query", "OtherTable/index/*").allows(index)).isFalse();
    assertThat(new Permission("dynamodb:GetItem", "ThingsTable/index/*").allows(index)).isFalse();
  }

  @Test
  void aStatementThatSaysMoreThanWhatIsAllowedIsRefused() {
    for (var odd : List.of("Effect: Deny", "Effect: Allow\n              Condition: {}")) {
      assertThatThrownBy(
              () -> Template.parse(text.replaceFirst("Effect: Allow", odd)).permissions())
          .hasMessageStartingWith("an odd statement");
    }
  }

  private static String read() {
    try (var file = TemplateTest.class.getResourceAsStream("probe.yaml")) {
      return new String(
          java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
