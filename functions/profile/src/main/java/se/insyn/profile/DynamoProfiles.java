package se.insyn.profile;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Unavailable;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Unreadable;
import se.insyn.http.Problem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link Profiles} in the table {@code citizens}. What is to be sent, what is counted and what is
 * told to the caseworker systems stands there together with the change, or not at all.
 */
@Singleton
final class DynamoProfiles implements Profiles {

  /** How long a note to an address that was given up is worth sending. */
  private static final Duration NOTE_KEPT = Duration.ofDays(1);

  private final DynamoStoredProfiles stored;
  private final DynamoCodes codes;
  private final DynamoCodeQuotas quotas;
  private final DynamoConfirmedContacts confirmed;
  private final Tables tables;
  private final Transactions transactions;

  DynamoProfiles(
      DynamoStoredProfiles stored,
      DynamoCodes codes,
      DynamoCodeQuotas quotas,
      DynamoConfirmedContacts confirmed,
      Tables tables,
      Transactions transactions) {
    this.stored = stored;
    this.codes = codes;
    this.quotas = quotas;
    this.confirmed = confirmed;
    this.tables = tables;
    this.transactions = transactions;
  }

  @Override
  public Known of(Viewer viewer) {
    return readable(() -> stored.read(viewer).known());
  }

  @Override
  public Known change(Viewer viewer, ProfileChange change, Instant login, Instant now) {
    return readable(() -> transactions.run(false, () -> decide(viewer, change, login, now)));
  }

  private Decision<Known> decide(Viewer viewer, ProfileChange change, Instant login, Instant now) {
    DynamoStoredProfile read = stored.read(viewer);
    Profile before = read.profile();
    Profile after = change.of(before);
    List<Channel> moved = moved(before, after);
    if (!moved.isEmpty() && !FreshLogin.is(login, now)) {
      throw Problem.of(403, "login-again", "Log in again first", null);
    }
    Map<Channel, String> addresses =
        after.equals(before) ? read.toSendAgain(now) : addresses(moved, after);
    for (Channel channel : addresses.keySet()) {
      after = after.with(channel, in(ChannelState.UNCONFIRMED, after.contact(channel)));
    }
    if (after.equals(before) && addresses.isEmpty()) {
      return Decision.unchanged(read.known());
    }
    Citizen citizen = viewer.citizen();
    var writes = new ArrayList<TransactWriteItem>();
    if (!addresses.isEmpty()) {
      writes.addAll(quotas.count(citizen, addresses, now));
    }
    writes.add(ProfileItems.put(tables, citizen, after, read.item()));
    for (Channel channel : moved) {
      writes.addAll(leave(citizen, channel, before, after, now));
      writes.add(audit(citizen, "profile", channel.code(), now));
    }
    for (var to : addresses.entrySet()) {
      writes.addAll(codes.send(citizen, to.getKey(), to.getValue(), after.language(), now));
      writes.add(audit(citizen, "code", to.getKey().code(), now));
    }
    if (isToldOtherwise(before, after)) {
      writes.add(audit(citizen, "profile", "profile", now));
    }
    return new Decision<>(read.with(after).known(), writes);
  }

  private static List<Channel> moved(Profile before, Profile after) {
    return Arrays.stream(Channel.values())
        .filter(
            channel ->
                !Objects.equals(
                    before.contact(channel).address(), after.contact(channel).address()))
        .toList();
  }

  private static Map<Channel, String> addresses(List<Channel> channels, Profile profile) {
    var addresses = new EnumMap<Channel, String>(Channel.class);
    for (Channel channel : channels) {
      @Nullable String address = profile.contact(channel).address();
      if (address != null) {
        addresses.put(channel, address);
      }
    }
    return addresses;
  }

  /** Whoever has the address that was used until now is told; one never confirmed is nobody's. */
  private List<TransactWriteItem> leave(
      Citizen citizen, Channel channel, Profile before, Profile after, Instant now) {
    var writes = new ArrayList<TransactWriteItem>();
    Contact left = before.contact(channel);
    if (left.address() != null && left.state() == ChannelState.CONFIRMED) {
      writes.add(
          NoticeItems.note(
              tables,
              citizen,
              channel,
              left.address(),
              after.language(),
              now,
              now.plus(NOTE_KEPT)));
    }
    if (after.contact(channel).address() == null) {
      writes.add(codes.forget(citizen, channel));
      writes.add(NoticeItems.withoutCode(tables, citizen, channel));
    }
    return writes;
  }

  private static boolean isToldOtherwise(Profile before, Profile after) {
    return before.language() != after.language()
        || Arrays.stream(Channel.values())
            .anyMatch(
                channel -> before.contact(channel).isWanted() != after.contact(channel).isWanted());
  }

  @Override
  public boolean confirm(Viewer viewer, Channel channel, String code, Instant now) {
    return readable(
        () -> {
          Optional<DynamoSentCode> sent = codes.tried(viewer.citizen(), channel, now);
          return sent.isPresent()
              && codes.isRight(viewer.citizen(), channel, sent.get(), code)
              && transactions.run(false, () -> confirmed(viewer, channel, sent.get(), now));
        });
  }

  /** Two tabs with the same code are both right; the second one changes nothing. */
  private Decision<Boolean> confirmed(
      Viewer viewer, Channel channel, DynamoSentCode sent, Instant now) {
    DynamoStoredProfile read = stored.read(viewer);
    Contact contact = read.profile().contact(channel);
    if (!sent.address().equals(contact.address())) {
      return Decision.unchanged(false);
    }
    if (contact.state() == ChannelState.CONFIRMED) {
      return Decision.unchanged(true);
    }
    if (!sent.equals(read.codes().get(channel))) {
      return Decision.unchanged(false);
    }
    Citizen citizen = viewer.citizen();
    Profile after = read.profile().with(channel, in(ChannelState.CONFIRMED, contact));
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(ProfileItems.put(tables, citizen, after, read.item()));
    writes.add(codes.forget(citizen, channel));
    writes.addAll(confirmed.tell(viewer, channel, sent.address(), now));
    return new Decision<>(true, writes);
  }

  /** What is stored oddly is not known, so nothing is said and nothing done. */
  private static <T> T readable(Supplier<T> work) {
    try {
      return work.get();
    } catch (Unreadable e) {
      throw new Unavailable("a profile", e);
    }
  }

  private static Contact in(ChannelState state, Contact contact) {
    return new Contact(contact.address(), state, contact.isWanted());
  }

  private TransactWriteItem audit(Citizen citizen, String act, String what, Instant now) {
    return AuditItems.row(
        tables,
        AuditItems.subject(citizen),
        now,
        Map.of("act", act, "by", "citizen", "what", what, "outcome", "done"));
  }
}
