package se.insyn.login;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.PersonalIdentityNumber;

/**
 * The names under which providers tell who somebody is: the Swedish profile, and brokers with names
 * of their own. Exactly one of them must be there, and say so without doubt.
 */
enum IdentityClaims {
  PROFILE_PERSONAL(IdentityClaims.PERSONAL, Map.of(), false),
  PROFILE_COORDINATION(
      IdentityClaims.COORDINATION, Map.of(IdentityClaims.COORDINATION_LEVEL, "confirmed"), true),
  SIGNICAT("nin", Map.of("nin_type", "PERSON", "nin_issuing_country", "SE"), null),
  IDURA("ssn", Map.of("country", "SE"), null);

  static final String PERSONAL = "https://id.oidc.se/claim/personalIdentityNumber";
  static final String COORDINATION = "https://id.oidc.se/claim/coordinationNumber";
  static final String COORDINATION_LEVEL = "https://id.oidc.se/claim/coordinationNumberLevel";

  /** What must be exactly so if it is there at all: only Freja's PLUS is a Swedish e-ID. */
  private static final Map<String, String> IF_THERE =
      Map.of(
          COORDINATION_LEVEL,
          "confirmed",
          "registrationLevel",
          "PLUS",
          "freja_registration_level",
          "PLUS");

  private static final int LONGEST_NAME = 200;

  private final String name;

  @SuppressWarnings("ImmutableEnumChecker") // always from Map.of
  private final Map<String, String> beside;

  private final @Nullable Boolean isCoordination;

  IdentityClaims(String name, Map<String, String> beside, @Nullable Boolean isCoordination) {
    this.name = name;
    this.beside = beside;
    this.isCoordination = isCoordination;
  }

  /** The number, if the claims give exactly one that is valid. */
  static Optional<PersonalIdentityNumber> number(Map<String, Object> claims, LocalDate today) {
    List<IdentityClaims> there =
        Arrays.stream(values()).filter(each -> claims.get(each.name) != null).toList();
    boolean odd =
        IF_THERE.entrySet().stream()
            .anyMatch(
                rule ->
                    claims.get(rule.getKey()) != null
                        && !rule.getValue().equals(claims.get(rule.getKey())));
    return there.size() != 1 || odd ? Optional.empty() : there.getFirst().read(claims, today);
  }

  /** The person's name; empty when the provider does not give it. */
  static String name(Map<String, Object> claims) {
    if (claims.get("name") instanceof String whole && isName(whole)) {
      return whole;
    }
    return claims.get("given_name") instanceof String given
            && claims.get("family_name") instanceof String family
            && isName(given + " " + family)
        ? given + " " + family
        : "";
  }

  private Optional<PersonalIdentityNumber> read(Map<String, Object> claims, LocalDate today) {
    if (!beside.entrySet().stream()
        .allMatch(rule -> rule.getValue().equals(claims.get(rule.getKey())))) {
      return Optional.empty();
    }
    return claims.get(name) instanceof String digits
        ? PersonalIdentityNumber.ofTwelveDigits(digits, today)
            .filter(
                number -> isCoordination == null || isCoordination == number.isCoordinationNumber())
        : Optional.empty();
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.codePoints().noneMatch(Character::isISOControl);
  }
}
