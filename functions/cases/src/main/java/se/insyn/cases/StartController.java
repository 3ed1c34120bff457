package se.insyn.cases;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.cases.Viewer;

/** Startsidan: what is new, what happens next and what the office waits for. */
@Controller("/api/start")
final class StartController {

  private final StartPages pages;

  StartController(StartPages pages) {
    this.pages = pages;
  }

  @Get
  Map<String, Object> start(Viewer viewer) {
    return pages.read(viewer).shown().members();
  }
}
