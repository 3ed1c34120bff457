package se.insyn.profile;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.people.Citizen;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.ProposalItems;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads profiles from the table {@code citizens}, all that belongs to one in one batch. Only
 * systems that the viewer sees a case of are asked what they have.
 */
@Singleton
final class DynamoStoredProfiles {

  private final DynamoDbClient client;
  private final Tables tables;
  private final Addresses addresses;
  private final Clock clock;

  DynamoStoredProfiles(DynamoDbClient client, Tables tables, Addresses addresses, Clock clock) {
    this.clock = clock;
    this.client = client;
    this.tables = tables;
    this.addresses = addresses;
  }

  /** What there is now. */
  DynamoStoredProfile read(Viewer viewer) {
    Citizen citizen = viewer.citizen();
    Set<Source> sources =
        viewer.cases().stream().map(VisibleCase::source).collect(Collectors.toSet());
    var keys = new HashSet<Map<String, AttributeValue>>();
    keys.add(ProfileItems.key(citizen));
    for (Channel channel : Channel.values()) {
      keys.add(DynamoSentCode.key(citizen, channel));
    }
    sources.forEach(source -> keys.add(ProposalItems.key(citizen, source)));
    return stored(citizen, Batch.get(client, tables.citizens(), keys, null));
  }

  private DynamoStoredProfile stored(Citizen citizen, List<Map<String, AttributeValue>> items) {
    var codes = new EnumMap<Channel, DynamoSentCode>(Channel.class);
    for (Channel channel : Channel.values()) {
      var code = Batch.at(DynamoSentCode.key(citizen, channel), items);
      if (!code.isEmpty()) {
        codes.put(channel, DynamoSentCode.read(code));
      }
    }
    var proposals = new ArrayList<ProposalItems.Offer>();
    for (Map<String, AttributeValue> item : items) {
      if (ProposalItems.isOne(item) && !ProposalItems.isOver(item, clock.instant())) {
        proposals.add(ProposalItems.offer(item));
      }
    }
    Map<String, AttributeValue> profile = Batch.at(ProfileItems.key(citizen), items);
    proposals.sort(Comparator.comparing(ProposalItems.Offer::at).reversed());
    var offered = new EnumMap<Channel, String>(Channel.class);
    for (Channel channel : Channel.values()) {
      newest(channel, proposals).ifPresent(address -> offered.put(channel, address));
    }
    return new DynamoStoredProfile(ProfileItems.read(profile), profile, codes, offered);
  }

  /** A system may have a number that gets no SMS: that one is of no use here. */
  private Optional<String> newest(Channel channel, List<ProposalItems.Offer> newestFirst) {
    return newestFirst.stream()
        .map(offer -> channel == Channel.SMS ? offer.phone() : offer.email())
        .flatMap(written -> Optional.ofNullable(written).stream())
        .flatMap(written -> addresses.normal(channel, written).stream())
        .findFirst();
  }
}
