package se.insyn.local.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.local.Browser;
import se.insyn.local.template.FunctionDefinition;
import se.insyn.local.template.Route;
import se.insyn.local.template.Template;

/** The routes of the template, as addresses that can be asked for. */
final class Routes {
  private static final Template TEMPLATE = read();
  private static final List<Route> ALL = TEMPLATE.routes();

  /** The thread that the message of {@link People#makeOpenable} begins in the case {@code A-1}. */
  static final String THREAD =
      ThreadKey.of(CaseId.of(new Source("/lifecare"), new CaseNumber("A-1")), "MED-1").value();

  /** A path of the portal's that no route is for. */
  static final String NOWHERE = "/api/nowhere";

  private Routes() {}

  static List<Route> all() {
    return ALL;
  }

  /** The functions behind them. */
  static List<FunctionDefinition> functions() {
    return TEMPLATE.functions();
  }

  /** Every route's path with its variables filled in; {@code $default} is a path of nobody. */
  static List<String> paths(String caseId, String eventId) {
    return ALL.stream().map(route -> path(route, caseId, eventId)).toList();
  }

  static String path(Route route, String caseId, String eventId) {
    return route.isDefault()
        ? NOWHERE
        : route
            .path()
            .replace("{caseId}", caseId)
            .replace("{id}", eventId)
            .replace("{messageId}", "MED-1")
            .replace("{attachmentId}", "B1");
  }

  /** The fact of {@link People#makeOpenable} that a route can show. */
  static String openedBy(Route route) {
    if (route.path().endsWith("/calendar")) {
      return "KAL-1";
    }
    if (route.path().endsWith("/file")) {
      return "DOK-2";
    }
    if (route.path().startsWith("/api/threads/")) {
      return THREAD;
    }
    if (route.path().contains("/outbox/")) {
      return "019aa0b1-c0de-7000-8000-000000000001";
    }
    return route.path().contains("/calculations/") ? "NB-1" : "BES-1";
  }

  /** The opaque id of a case that this browser sees. */
  static String caseId(Browser browser, String caseNumber) {
    return Answers.list(browser.get("/api/cases"), "items").stream()
        .filter(item -> caseNumber.equals(item.get("caseNumber")))
        .map(item -> String.valueOf(item.get("caseId")))
        .findFirst()
        .orElseThrow();
  }

  private static Template read() {
    try {
      return Template.read(Path.of("..", "template.yaml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
