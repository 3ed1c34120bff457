package se.insyn.domain.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/** What a case is, apart from the persons in it; holds no personal number. */
public record CaseHeader(
    Area area,
    String type,
    CaseStatus status,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    Office office,
    List<Caseworker> caseworkers,
    @Nullable NextStep nextStep) {

  private static final int MOST_CASEWORKERS = 24;

  public CaseHeader {
    caseworkers = List.copyOf(caseworkers);
  }

  /**
   * The day on which a case that is closed was closed; null for one that is open, also when it was
   * closed before and says so.
   */
  public @Nullable LocalDate closedSince() {
    return status == CaseStatus.CLOSED ? closedOn : null;
  }

  /** Reads and checks the members of a {@code case} push that are not persons. */
  public static CaseHeader from(Members data) {
    var header =
        new CaseHeader(
            data.code("area", Area.class),
            data.text("type", 200),
            data.code("status", CaseStatus.class),
            data.date("openedOn"),
            data.optionalDate("closedOn"),
            data.object("office", Office::from),
            data.requiredList("caseworkers", MOST_CASEWORKERS, Caseworker::from),
            data.optionalObject("nextStep", NextStep::from));
    if (header.status == CaseStatus.CLOSED && !data.has("closedOn")) {
      data.wrong("closedOn", "is required when the status is closed");
    }
    if (header.closedOn != null && header.closedOn.isBefore(header.openedOn)) {
      data.wrong("closedOn", "must not be before openedOn");
    }
    if (header.caseworkers.stream().map(Caseworker::id).distinct().count()
        < header.caseworkers.size()) {
      data.wrong("caseworkers", "must not name the same id twice");
    }
    return header;
  }
}
