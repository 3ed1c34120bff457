package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.people.PersonalIdentityNumber;

/** Which claims say who somebody is. */
class IdentityClaimsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String NUMBER = "200007169915";
  private static final String COORDINATION = "198406829906";

  @Test
  void theProfileGivesANumber() {
    is(NUMBER, Map.of(IdentityClaims.PERSONAL, NUMBER));
    is(
        COORDINATION,
        Map.of(
            IdentityClaims.COORDINATION,
            COORDINATION,
            IdentityClaims.COORDINATION_LEVEL,
            "confirmed"));
  }

  @Test
  void aCoordinationNumberWithoutALevelIsNobody() {
    isNobody(Map.of(IdentityClaims.COORDINATION, COORDINATION));
    isNobody(
        Map.of(
            IdentityClaims.COORDINATION,
            COORDINATION,
            IdentityClaims.COORDINATION_LEVEL,
            List.of("confirmed")));
  }

  @Test
  void theTwoClaimsOfTheProfileAreNotMixedUp() {
    isNobody(Map.of(IdentityClaims.PERSONAL, COORDINATION));
    isNobody(
        Map.of(
            IdentityClaims.COORDINATION, NUMBER, IdentityClaims.COORDINATION_LEVEL, "confirmed"));
    isNobody(Map.of(IdentityClaims.PERSONAL, NUMBER, IdentityClaims.COORDINATION, COORDINATION));
  }

  @ParameterizedTest
  @CsvSource({"confirmed,true", "probable,false", "uncertain,false", "CONFIRMED,false", "x,false"})
  void aCoordinationNumberMustNotBeDoubtful(String level, boolean taken) {
    var claims =
        Map.<String, Object>of(
            IdentityClaims.COORDINATION, COORDINATION, IdentityClaims.COORDINATION_LEVEL, level);
    assertThat(IdentityClaims.number(claims, TODAY).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0007169915",
        "20000716-9915",
        "200007169916",
        "20000716991x",
        " 200007169915",
        "２００００７１６９９１５",
        "202611219915",
        "200007160005"
      })
  void aNumberThatIsNoneIsNobody(String digits) {
    isNobody(Map.of(IdentityClaims.PERSONAL, digits));
  }

  @Test
  void aNumberThatIsNoTextIsNobody() {
    isNobody(Map.of(IdentityClaims.PERSONAL, 200007169915L));
    isNobody(Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "PERSON,SE,true",
    "ORG,SE,false",
    "PERSON,NO,false",
    "PERSON,,false",
    ",SE,false",
    "person,se,false"
  })
  void signicatMustSayThatItIsASwedishPerson(String type, String country, boolean taken) {
    var claims = new HashMap<String, Object>(Map.of("nin", NUMBER));
    claims.put("nin_type", type);
    claims.put("nin_issuing_country", country);
    assertThat(IdentityClaims.number(claims, TODAY).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"SE,true", "DK,false", ",false"})
  void iduraMustSayThatItIsSweden(String country, boolean taken) {
    var claims = new HashMap<String, Object>(Map.of("ssn", NUMBER));
    claims.put("country", country);
    assertThat(IdentityClaims.number(claims, TODAY).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"PLUS,true", "EXTENDED,false", "BASIC,false", "plus,false"})
  void ofFrejaOnlyPlusIsTaken(String level, boolean taken) {
    for (String name : new String[] {"registrationLevel", "freja_registration_level"}) {
      var claims = Map.<String, Object>of("ssn", NUMBER, "country", "SE", name, level);
      assertThat(IdentityClaims.number(claims, TODAY).isPresent()).isEqualTo(taken);
    }
  }

  @Test
  void twoNumbersAreNobody() {
    isNobody(Map.of(IdentityClaims.PERSONAL, NUMBER, "ssn", NUMBER, "country", "SE"));
  }

  @Test
  void aNameIsWholeOrPutTogetherOrEmpty() {
    assertThat(IdentityClaims.name(Map.of("name", "Åsa Ö"))).isEqualTo("Åsa Ö");
    assertThat(IdentityClaims.name(Map.of("given_name", "Åsa", "family_name", "Ö")))
        .isEqualTo("Åsa Ö");
    assertThat(IdentityClaims.name(Map.of("given_name", "Åsa"))).isEmpty();
    assertThat(IdentityClaims.name(Map.of("name", "a\u0000b"))).isEmpty();
    assertThat(IdentityClaims.name(Map.of("name", "x".repeat(201)))).isEmpty();
    assertThat(IdentityClaims.name(Map.of("name", 3L))).isEmpty();
  }

  private static void is(String digits, Map<String, Object> claims) {
    assertThat(IdentityClaims.number(claims, TODAY)).contains(new PersonalIdentityNumber(digits));
  }

  private static void isNobody(Map<String, Object> claims) {
    assertThat(IdentityClaims.number(claims, TODAY)).isEmpty();
  }
}
