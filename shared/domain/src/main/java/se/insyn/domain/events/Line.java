package se.insyn.domain.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.VisibleCase;

/**
 * A fact as a list shows it to one viewer. {@code since} is when this version chain first became
 * visible to them, {@code updatedAt} when its current version was taken in; {@code listed} is what
 * the kind shows in its own list.
 */
public record Line(
    VisibleCase viewed,
    EventId id,
    Kind kind,
    LocalDate date,
    String title,
    @Nullable String status,
    @Nullable Long amountOre,
    Map<String, Object> listed,
    Instant since,
    Instant updatedAt) {}
