package se.insyn.cases;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Shown;

/** Kontakter: the caseworkers of all the citizen's cases. */
@Controller("/api/contacts")
final class ContactsController {

  private final ViewedCases cases;

  ContactsController(ViewedCases cases) {
    this.cases = cases;
  }

  @Get
  Map<String, Object> list(Viewer viewer) {
    List<Shown> items =
        cases.all(viewer.cases()).stream().flatMap(viewed -> viewed.contacts().stream()).toList();
    return new Shown().put("items", items).members();
  }
}
