package se.insyn.cases;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Shown;
import se.insyn.domain.views.ViewedCase;
import se.insyn.http.Problem;

/** Pågående ärenden: the citizen's own cases, those that are open first, then the newest. */
@Controller("/api/cases")
final class CasesController {

  private static final Comparator<ViewedCase> OPEN_FIRST =
      Comparator.comparing((ViewedCase viewed) -> viewed.stored().header().status())
          .thenComparing(viewed -> viewed.stored().header().openedOn(), Comparator.reverseOrder())
          .thenComparing(viewed -> viewed.stored().number().value());

  private final ViewedCases cases;

  CasesController(ViewedCases cases) {
    this.cases = cases;
  }

  @Get
  Map<String, Object> list(Viewer viewer) {
    List<Shown> items =
        cases.all(viewer.cases()).stream().sorted(OPEN_FIRST).map(ViewedCase::shown).toList();
    return new Shown().put("items", items).members();
  }

  @Get("/{caseId}")
  Map<String, Object> one(Viewer viewer, String caseId) {
    return viewer
        .visible(caseId)
        .flatMap(visible -> cases.all(List.of(visible)).stream().findFirst())
        .orElseThrow(Problem::notFound)
        .shown()
        .members();
  }
}
