package se.insyn.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;

/** The demo's pushes are documentation too: one per kind at least, and all of them taken. */
class SamplesTest {

  private static final Path SAMPLES = Path.of("../../events/case-updates");

  @Test
  void everyKindOfEventIsReadByOneWordAndHasASample() {
    Set<String> records =
        Arrays.stream(CaseEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
    var read = new HashSet<String>();
    for (Sample sample : samples()) {
      Kind.of(sample.type())
          .ifPresent(
              kind -> {
                CaseEvent event = kind.read(sample.members());
                assertThat(event.kind()).isEqualTo(kind);
                read.add(event.getClass().getSimpleName());
              });
    }
    assertThat(read).isEqualTo(records);
    assertThat(Kind.values()).hasSameSizeAs(records);
  }

  @Test
  void everySampleIsTakenAndSaysNothingThatIsIgnored() {
    var wrong = new LinkedHashMap<String, Object>();
    for (Sample sample : samples()) {
      Kind.of(sample.type())
          .ifPresent(
              kind -> {
                Members members = sample.members();
                try {
                  kind.read(members);
                  if (!members.unknown().isEmpty()) {
                    wrong.put(sample.id(), members.unknown());
                  }
                } catch (InvalidMembers e) {
                  wrong.put(sample.id(), e.violations());
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  /** One CloudEvent of a file, with days in the place of the marks that stand for them. */
  private record Sample(String id, String type, Map<String, @Nullable Object> data) {

    Members members() {
      return Members.of(data, "/data");
    }
  }

  private static List<Sample> samples() {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      var samples = new ArrayList<Sample>();
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        String text =
            Files.readString(file)
                .replaceAll("\\{\\{T[-+]\\d+ (\\d\\d:\\d\\d)}}", "2026-11-20T$1:00Z")
                .replaceAll("\\{\\{B\\d?(-\\d)? first}}", "2026-11-01")
                .replaceAll("\\{\\{B\\d?(-\\d)? last}}", "2026-11-30")
                .replaceAll("\\{\\{B\\d?(-\\d)?}}", "2026-11")
                .replaceAll("\\{\\{T([-+]\\d+)?}}", "2026-11-20");
        Object parsed = Json.parse(text);
        for (Object event :
            parsed instanceof List<?> list ? list : List.of(parsed == null ? "" : parsed)) {
          samples.add(sample((Map<?, ?>) event));
        }
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample sample(Map<?, ?> event) {
    String type = (String) Objects.requireNonNull(event.get("type"));
    return new Sample(
        (String) Objects.requireNonNull(event.get("id")),
        type.substring("se.insyn.".length(), type.length() - ".v1".length()),
        Json.asObject((Map<?, ?>) Objects.requireNonNull(event.get("data"))));
  }
}
