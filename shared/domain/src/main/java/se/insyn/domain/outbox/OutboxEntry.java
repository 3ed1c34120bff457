package se.insyn.domain.outbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits in an outbox, as it was written: {@code data} are the members of {@link
 * CitizenAct#data}.
 */
public record OutboxEntry(OutboxId id, String type, Map<String, @Nullable Object> data) {}
