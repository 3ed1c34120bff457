package se.insyn.domain.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/** Resurstilldelning: which resource carries an intervention out, and how much of it. */
public record ResourceAllocation(
    Fact fact,
    String resource,
    String resourceType,
    LocalDate startedOn,
    @Nullable LocalDate endedOn,
    @Nullable BigDecimal percent,
    @Nullable EventId interventionId)
    implements CaseEvent {

  static ResourceAllocation from(Members data) {
    var allocation =
        new ResourceAllocation(
            Fact.from(data),
            data.text("resource", Texts.LINE),
            data.text("resourceType", Texts.LINE),
            data.date("startedOn"),
            data.optionalDate("endedOn"),
            data.optionalDecimal("percent", 0, 100),
            Texts.reference(data, "interventionId"));
    if (data.isReadable("startedOn", "endedOn")
        && allocation.endedOn != null
        && allocation.endedOn.isBefore(allocation.startedOn)) {
      data.wrong("endedOn", "must not be before startedOn");
    }
    return allocation;
  }

  @Override
  public Kind kind() {
    return Kind.RESOURCE_ALLOCATION;
  }

  @Override
  public String title() {
    return resource;
  }

  @Override
  public boolean deservesNotice() {
    return false;
  }

  @Override
  public @Nullable EventId parent() {
    return interventionId;
  }

  @Override
  public Map<String, EventId> references() {
    return new Named().by("interventionId", interventionId).ids();
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    return new Shown()
        .put("resource", resource)
        .put("resourceType", resourceType)
        .put("startedOn", startedOn)
        .put("endedOn", endedOn)
        .put("percent", percent)
        .put("interventionId", interventionId);
  }
}
