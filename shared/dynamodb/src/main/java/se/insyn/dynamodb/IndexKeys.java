package se.insyn.dynamodb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.CaseEvent;
import se.insyn.domain.events.Kind;

/**
 * The keys of the local indexes. They exist only while a fact is open and its file checked: an
 * absent key is what makes a fact invisible. Parts are joined by {@code #}, which sorts before
 * every character that a date or an id may have.
 */
public final class IndexKeys {

  public static final String BY_DATE = "byDate";
  public static final String BY_KIND = "byKind";
  public static final String BY_APPLICATION = "byApplication";
  public static final String BY_PARENT = "byParent";
  public static final String BY_OPEN = "byOpen";

  /** Every one: a fact without any is seen by nobody. */
  static final List<String> ALL = List.of(BY_DATE, BY_KIND, BY_APPLICATION, BY_PARENT, BY_OPEN);

  /** After every character that stands in a date or an id. */
  static final String END = "~";

  private IndexKeys() {}

  /** The keys of a fact that may be seen; none of one that may not. */
  public static Map<String, String> of(CaseEvent event, boolean fileIsChecked) {
    var keys = new LinkedHashMap<String, String>();
    if (!event.fact().isOpen() || (event.file() != null && !fileIsChecked)) {
      return keys;
    }
    String position = position(event);
    String kind = event.kind().code();
    keys.put(BY_KIND, kind + "#" + position);
    if (event.kind().inTimeline()) {
      keys.put(BY_DATE, position);
    }
    if (event.fact().applicationId() != null) {
      keys.put(BY_APPLICATION, event.fact().applicationId().value() + "#" + position);
    }
    if (event.parent() != null) {
      keys.put(BY_PARENT, event.parent().value() + "#" + kind + "#" + position);
    }
    if (event.openUntil() != null) {
      keys.put(BY_OPEN, kind + "#" + event.openUntil() + "#" + event.fact().id().value());
    }
    return keys;
  }

  /**
   * Where what waits begins in {@code byOpen}: the appointments from this day on, and behind them
   * all open requests, which wait also when their day has passed.
   */
  static String firstOpen(LocalDate from) {
    return Kind.APPOINTMENT.code() + "#" + from;
  }

  /** Where it ends. */
  static String lastOpen() {
    return Kind.INFORMATION_REQUEST.code() + "#" + END;
  }

  /** Where the payments that are planned from this day on begin in {@code byOpen}. */
  static String firstPlanned(LocalDate from) {
    return Kind.PAYMENT.code() + "#" + from;
  }

  /** Where they end. */
  static String lastPlanned() {
    return Kind.PAYMENT.code() + "#" + END;
  }

  /** Where a fact stands in its case: its date, when it was registered, its id. */
  static String position(CaseEvent event) {
    return event.fact().date()
        + "#"
        + registered(event.fact().registeredAt())
        + "#"
        + event.fact().id().value();
  }

  private static String registered(@Nullable Instant at) {
    return at == null ? "" : Values.sortable(at);
  }
}
