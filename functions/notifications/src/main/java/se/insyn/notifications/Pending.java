package se.insyn.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.people.Citizen;

/**
 * Avisering that waits: that there is something to tell a citizen, never what.
 *
 * @param generation how often something has come, since ever
 * @param due when to look at it; null = there is nothing to tell
 * @param since when the first of what is not told yet was taken in
 * @param cases in which something has come since then
 * @param told what each channel has told
 * @param reminds what was told days ago and is to be told once more if it still waits
 * @param tries how often the provider has put off what went out last
 * @param isAgain whether an e-mail of which nothing was heard is sent once more
 */
record Pending(
    Citizen citizen,
    long generation,
    @Nullable Instant due,
    @Nullable Instant since,
    Set<CaseId> cases,
    Map<Channel, Told> told,
    @Nullable Span reminds,
    long tries,
    boolean isAgain) {

  /** A change may be written a little later than the time it says it was taken in. */
  private static final Duration LATE = Duration.ofMinutes(2);

  Pending {
    cases = Set.copyOf(cases);
    told = Map.copyOf(told);
  }

  Told told(Channel channel) {
    return told.getOrDefault(channel, Told.NOTHING);
  }

  /** From when on something is news that this channel has not told yet. */
  Instant newsFrom(Channel channel, Instant since) {
    Instant at = told(channel).at();
    return at == null || at.minus(LATE).isBefore(since) ? since : at.minus(LATE);
  }

  /** The same after a channel had nothing to tell. */
  Pending nothingFor(Channel channel) {
    return with(channel, told(channel).at());
  }

  /** The same once something goes out: what this channel has told, and when. */
  Pending toldBy(Channel channel, Instant at) {
    Pending then = with(channel, at);
    boolean stillAgain = isAgain && channel != Channel.EMAIL;
    return new Pending(citizen, generation, due, since, cases, then.told, reminds, 0, stillAgain);
  }

  private Pending with(Channel channel, @Nullable Instant at) {
    var changed = new EnumMap<Channel, Told>(Channel.class);
    changed.putAll(told);
    changed.put(channel, new Told(generation, at, null));
    return new Pending(citizen, generation, due, since, cases, changed, reminds, tries, isAgain);
  }

  /** The same, to be looked at then; without a time there is nothing left to tell. */
  Pending due(@Nullable Instant then) {
    return then == null
        ? new Pending(citizen, generation, null, null, Set.of(), told, null, 0, false)
        : new Pending(citizen, generation, then, since, cases, told, reminds, tries, isAgain);
  }
}
