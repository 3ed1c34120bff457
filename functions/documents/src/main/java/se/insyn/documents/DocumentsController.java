package se.insyn.documents;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.DocumentType;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.http.OpenSession;
import se.insyn.http.Pages;
import se.insyn.http.Query;

/** Dokument: those that the caseworker made visible, newest first. */
@Controller("/api/documents")
final class DocumentsController {

  private final Pages pages;

  DocumentsController(Pages pages) {
    this.pages = pages;
  }

  @Get
  Map<String, Object> list(Viewer viewer, OpenSession session, Query query) {
    return Pages.answer(
        pages
            .page(viewer, session, query.read(DocumentsController::asked))
            .map(line -> line.listedFor(viewer)));
  }

  private static EventQuery asked(Query query) {
    DocumentType type = query.code("type", DocumentType.class);
    var all =
        new EventQuery(
            query.code("area", Area.class),
            query.text("case"),
            Kind.DOCUMENT,
            null,
            null,
            null,
            query.limit(Pages.LATEST),
            query.text("cursor"));
    return type == null
        ? all
        : all.matching(line -> type.code().equals(line.listed().get("documentType")));
  }
}
