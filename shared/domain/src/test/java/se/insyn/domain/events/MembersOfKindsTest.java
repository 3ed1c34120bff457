package se.insyn.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.json.Violation;
import se.insyn.domain.testing.Push;

/** Every member of every kind: there, missing, null, and of another form. */
class MembersOfKindsTest {

  private static final Set<String> REQUIRED_OF_ALL = Set.of("caseNumber", "id", "version", "date");

  static List<Complete> all() {
    return Complete.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void allMembersOfTheContractAreTakenAndOnlyThoseThatAreNotAreIgnored(Complete complete) {
    Members members = complete.push().with("odd", 1).with("a~b", 2).members();
    Kind.of(complete.push().type()).orElseThrow().read(members);
    assertThat(members.unknown()).containsExactly("/data/odd", "/data/a~0b");
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsStoredIsReadAgainAsTheSame(Complete complete) {
    Kind kind = Kind.of(complete.push().type()).orElseThrow();
    Members sent = complete.push().members();
    CaseEvent event = kind.read(sent);
    Members stored = Members.of(Json.parseObject(Json.write(sent.known())), "");
    assertThat(kind.read(stored)).isEqualTo(event);
    assertThat(stored.unknown()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMissingMemberIsNamedIfItIsRequiredAndNotMissedIfItIsNot(Complete complete) {
    var expected = new LinkedHashMap<String, List<String>>();
    var found = new LinkedHashMap<String, List<String>>();
    for (String path : paths("", complete.push().data())) {
      expected.put(path, expectedWithout(complete, path));
      found.put(path, pointers(complete.push().without(path)));
      found.merge(
          path,
          pointers(complete.push().with(path, null)),
          (left, isNull) -> left.equals(isNull) ? left : List.of("null is not the same as absent"));
    }
    assertThat(found).isEqualTo(expected);
  }

  private static List<String> expectedWithout(Complete complete, String path) {
    if (REQUIRED_OF_ALL.contains(path) || complete.required().contains(path)) {
      return List.of("/data/" + path);
    }
    String bound = complete.bound().get(path);
    return bound == null
        ? List.of()
        : Arrays.stream(bound.split(" ", -1)).map(name -> "/data/" + name).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMemberOfAnotherFormIsNamedAndNothingElseIs(Complete complete) {
    var unexpected = new LinkedHashMap<String, List<String>>();
    for (String path : paths("", complete.push().data())) {
      for (Object odd : odd(complete.push().at(path))) {
        List<String> named = pointers(complete.push().with(path, odd));
        if (!named.equals(List.of("/data/" + path))) {
          unexpected.put(path + " = " + odd, named);
        }
      }
    }
    assertThat(unexpected).isEmpty();
  }

  /** Values that no member of this form may have. */
  private static List<Object> odd(@Nullable Object value) {
    return switch (value) {
      case String text -> List.of("", " ", "\u001b[0m", 17L, true, List.of(), Map.of());
      case Boolean flag -> List.of("true", 1L, List.of(), Map.of());
      case Number number -> List.of("17", 1L << 53, true, List.of(), Map.of());
      case List<?> list -> List.of("P1", 17L, true, Map.of());
      case Map<?, ?> object -> List.of("P1", 17L, true, List.of());
      case null, default -> throw new AssertionError(value);
    };
  }

  /** The paths of all members of all objects. */
  private static List<String> paths(String at, @Nullable Object value) {
    var paths = new ArrayList<String>();
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (name, member) -> {
            paths.add(at + name);
            paths.addAll(paths(at + name + "/", member));
          });
    }
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        paths.addAll(paths(at + i + "/", list.get(i)));
      }
    }
    return paths;
  }

  private static List<String> pointers(Push push) {
    try {
      push.event();
      return List.of();
    } catch (InvalidMembers e) {
      return e.violations().stream().map(Violation::pointer).toList();
    }
  }
}
