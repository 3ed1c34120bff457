package se.insyn.decisions;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.EventQuery;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.PaymentStatus;
import se.insyn.http.OpenSession;
import se.insyn.http.Pages;
import se.insyn.http.Query;

/** Betalningar: what is paid or to be paid, to the citizen or on their behalf, newest first. */
@Controller("/api/payments")
final class PaymentsController {

  private final Pages pages;
  private final ListedPayments payments;

  PaymentsController(Pages pages, ListedPayments payments) {
    this.pages = pages;
    this.payments = payments;
  }

  @Get
  Map<String, Object> list(Viewer viewer, OpenSession session, Query query) {
    return Pages.answer(
        payments.shown(pages.page(viewer, session, query.read(PaymentsController::asked))));
  }

  private static EventQuery asked(Query query) {
    PaymentStatus status = query.code("status", PaymentStatus.class);
    return new EventQuery(
            query.code("area", Area.class),
            query.text("case"),
            Kind.PAYMENT,
            null,
            query.date("from"),
            query.date("to"),
            query.limit(Pages.LATEST),
            query.text("cursor"))
        .matching(line -> status == null || status.code().equals(line.status()));
  }
}
