package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Line;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.domain.value.Page;
import se.insyn.dynamodb.testing.Municipality;

/** Pages over three cases, whatever is in them, against sorting and filtering everything. */
class PagingTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Municipality MUNICIPALITY = new Municipality();
  private static final Reading READING = Reading.of(MUNICIPALITY);

  private final Map<CaseId, Area> areas = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void allPagesTogetherAreTheWholeListOnce(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 7) int limit) {
    Viewer viewer = fill(random);
    EventQuery query = query(random, limit);
    List<String> expected =
        facts.stream()
            .filter(fact -> fact.isSeen() && fact.isAskedFor(query))
            .sorted(Comparator.comparing(Fact::place).reversed())
            .map(Fact::name)
            .toList();
    List<Page<Line>> pages = pages(viewer, query);
    assertThat(pages.stream().flatMap(page -> page.items().stream()).map(PagingTest::name))
        .isEqualTo(expected);
    assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.items().size() == limit);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void whatIsForOthersChangesNoPageAndNoCursor(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 7) int limit) {
    Viewer viewer = fill(random);
    EventQuery query = query(random, limit);
    List<String> before = pages(viewer, query).stream().map(PagingTest::asText).toList();
    areas
        .keySet()
        .forEach(
            caseId -> {
              var others = new ArrayList<Push>();
              for (int i = random.nextInt(60); i > 0; i--) {
                others.add(notSeen(random, fact(random, "OTHER-" + i)));
              }
              MUNICIPALITY.takeAll(caseId, others);
            });
    assertThat(pages(viewer, query).stream().map(PagingTest::asText).toList()).isEqualTo(before);
  }

  /** Three cases of a new citizen, with facts of few days. */
  private Viewer fill(Random random) {
    areas.clear();
    facts.clear();
    String number = "try-" + NEXT.incrementAndGet();
    for (int i = 0; i < 3; i++) {
      Area area = i == 0 ? Area.OTHER_ASSISTANCE : Area.FINANCIAL_ASSISTANCE;
      CaseId caseId =
          MUNICIPALITY.takeCase(
              Pushes.household()
                  .with("caseNumber", number + "-" + i)
                  .with("area", area.code())
                  .with("persons/0/personalNumber", number)
                  .with("persons/1/personalNumber", number + "b"));
      var pushes = new ArrayList<Push>();
      for (int j = random.nextInt(15); j > 0; j--) {
        Push fact = fact(random, "F-" + j);
        pushes.add(random.nextInt(3) == 0 ? notSeen(random, fact) : fact);
      }
      MUNICIPALITY.takeAll(caseId, pushes);
      areas.put(caseId, area);
      pushes.forEach(push -> facts.add(new Fact(caseId, area, push)));
    }
    return READING.viewer(number).orElseThrow();
  }

  private static Push fact(Random random, String id) {
    List<Push> kinds =
        List.of(Pushes.decision(), Pushes.payment(), Pushes.document(), Pushes.calculation());
    Push push =
        kinds
            .get(random.nextInt(kinds.size()))
            .with("id", id)
            .with("date", "2026-11-1" + random.nextInt(3));
    push =
        random.nextBoolean()
            ? push
            : push.with("registeredAt", "2026-11-20T07:00:0" + random.nextInt(2) + ".5Z");
    return random.nextBoolean() ? push : push.with("applicationId", "ANS-" + random.nextInt(2));
  }

  private static Push notSeen(Random random, Push fact) {
    return switch (random.nextInt(4)) {
      case 0 -> fact.with("visible", false);
      case 1 -> fact.with("retracted", true);
      case 2 -> fact.with("audience", List.of());
      default -> fact.with("audience", List.of("P2"));
    };
  }

  private static EventQuery query(Random random, int limit) {
    int from = random.nextInt(3);
    return new EventQuery(
        random.nextInt(4) == 0 ? Area.FINANCIAL_ASSISTANCE : null,
        null,
        random.nextInt(3) == 0 ? Kind.PAYMENT : null,
        random.nextInt(3) == 0 ? new EventId("ANS-1") : null,
        random.nextInt(3) == 0 ? LocalDate.of(2026, 11, 10 + from) : null,
        random.nextInt(3) == 0 ? LocalDate.of(2026, 11, 11 + from) : null,
        limit,
        null);
  }

  private static List<Page<Line>> pages(Viewer viewer, EventQuery query) {
    var pages = new ArrayList<Page<Line>>();
    @Nullable EventQuery rest = query;
    while (rest != null) {
      Page<Line> page = READING.events().newestFirst(viewer, rest);
      pages.add(page);
      rest = page.next() == null ? null : query.after(page.next());
    }
    return pages;
  }

  private static String name(Line line) {
    return line.viewed().id().value() + " " + line.id().value();
  }

  private static String asText(Page<Line> page) {
    return page.items().stream().map(PagingTest::name).toList() + " " + page.next();
  }

  /** A fact as the list should have it. */
  private record Fact(CaseId caseId, Area area, Push push) {

    boolean isSeen() {
      return !push.type().equals("calculation")
          && Boolean.TRUE.equals(push.at("visible"))
          && !Boolean.TRUE.equals(push.at("retracted"))
          && List.of("P1").equals(push.at("audience"));
    }

    boolean isAskedFor(EventQuery query) {
      String date = text("date");
      return (query.area() == null || query.area() == area)
          && (query.kind() == null || query.kind().code().equals(push.type()))
          && (query.application() == null
              || query.application().value().equals(push.at("applicationId")))
          && (query.from() == null || date.compareTo(query.from().toString()) >= 0)
          && (query.to() == null || date.compareTo(query.to().toString()) <= 0);
    }

    String place() {
      return text("date")
          + "#"
          + Objects.requireNonNullElse(push.at("registeredAt"), "")
          + "#"
          + text("id")
          + "#"
          + caseId.value();
    }

    String name() {
      return caseId.value() + " " + text("id");
    }

    private String text(String member) {
      return String.valueOf(push.at(member));
    }
  }
}
