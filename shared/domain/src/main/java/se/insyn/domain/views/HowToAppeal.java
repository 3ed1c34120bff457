package se.insyn.domain.views;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.Appeal;
import se.insyn.domain.events.Decision;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Openings;
import se.insyn.domain.events.Receipt;
import se.insyn.domain.events.SeenEvent;
import se.insyn.domain.events.Shown;
import se.insyn.domain.value.Code;
import se.insyn.domain.value.Stockholm;

/**
 * Hur man överklagar: whether, to whom and by when this viewer can appeal a decision. The last day
 * is told only from a day that is known for this very person; a day that has not come yet is none,
 * nor one before the decision.
 */
public record HowToAppeal(
    boolean appealable,
    Appeal.@Nullable Address appealTo,
    Basis basis,
    @Nullable LocalDate receivedOn,
    @Nullable LocalDate lastDay) {

  /** Where the day on which the person got the decision is known from. */
  public enum Basis implements Code {
    /** The office says so. */
    RECEIVED("received"),
    /** It is notified here, and this is the day on which they first opened it. */
    READ_HERE("read-here"),
    UNKNOWN("unknown");

    private final String code;

    Basis(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * How the viewer appeals the decisions among these facts of one case, by their ids. One batch of
   * reads when one of them is notified here; of the others it does not matter when they were
   * opened.
   *
   * @param openedNow when this very showing is an opening of them; null when it is none
   */
  public static Map<EventId, HowToAppeal> ofDecisions(
      Openings openings,
      Viewer viewer,
      VisibleCase viewed,
      Collection<SeenEvent> seen,
      LocalDate today,
      @Nullable Instant openedNow) {
    List<EventId> notifiedHere =
        seen.stream()
            .filter(each -> each.event() instanceof Decision decision && decision.notifiedHere())
            .map(each -> each.line().id())
            .toList();
    Map<EventId, Instant> opened = openings.firstOpened(viewer, viewed, notifiedHere);
    var howToAppeal = new HashMap<EventId, HowToAppeal>();
    for (SeenEvent each : seen) {
      if (each.event() instanceof Decision decision) {
        EventId id = each.line().id();
        Instant first = opened.get(id);
        Instant ofThis = first == null ? openedNow : first;
        howToAppeal.put(id, of(decision, each.line().viewed(), ofThis, today));
      }
    }
    return howToAppeal;
  }

  /**
   * How the viewer of this case appeals.
   *
   * @param opened when they first opened the decision's detail here, null = never
   */
  public static HowToAppeal of(
      Decision decision, VisibleCase viewed, @Nullable Instant opened, LocalDate today) {
    boolean appealable = decision.isAppealable();
    Optional<LocalDate> received =
        decision.receivedBy().stream()
            .filter(receipt -> viewed.isViewer(receipt.personId()))
            .map(Receipt::on)
            .filter(day -> !day.isAfter(today) && !day.isBefore(decision.fact().date()))
            .findFirst();
    Optional<LocalDate> readHere =
        Optional.ofNullable(decision.notifiedHere() ? opened : null).map(Stockholm::day);
    LocalDate from = received.or(() -> readHere).orElse(null);
    return new HowToAppeal(
        appealable,
        appealable ? decision.appealTo() : null,
        received.isPresent()
            ? Basis.RECEIVED
            : readHere.isPresent() ? Basis.READ_HERE : Basis.UNKNOWN,
        from,
        appealable && from != null ? AppealPeriod.lastDay(from) : null);
  }

  public Shown shown() {
    return new Shown()
        .put("appealable", appealable)
        .put("appealTo", appealTo == null ? null : appealTo.shown())
        .put("basis", basis)
        .put("receivedOn", receivedOn)
        .put("lastDay", lastDay);
  }
}
