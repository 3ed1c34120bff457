package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.events.Fact;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.people.CitizenKeys;
import se.insyn.domain.people.PersonalIdentityNumber;
import se.insyn.domain.people.Verdict;
import se.insyn.domain.value.Stockholm;
import se.insyn.dynamodb.AuditItems;
import se.insyn.dynamodb.ProposalItems;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Transactions;
import se.insyn.dynamodb.Transactions.Decision;
import se.insyn.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes in what a source knows of a person's phone and e-mail: a proposal, which nothing is sent to
 * before the person has confirmed it. One read, one transaction, and the same answer, whether the
 * number is known to us or not. Neither of the two takes the proposal back.
 */
@Singleton
final class ContactDetailsPushes {

  private static final int LONGEST_PHONE = 40;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{3,38}");
  private static final Pattern EMAIL =
      Pattern.compile("[!-?A-~]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

  private final DynamoDbClient client;
  private final Tables tables;
  private final Transactions transactions;
  private final CitizenKeys keys;
  private final Clock clock;

  ContactDetailsPushes(
      DynamoDbClient client,
      Tables tables,
      Transactions transactions,
      CitizenKeys keys,
      Clock clock) {
    this.client = client;
    this.tables = tables;
    this.transactions = transactions;
    this.keys = keys;
    this.clock = clock;
  }

  /** What became of the proposal, by its own versions. */
  Verdict take(Push push) {
    Members data = push.data();
    PersonalIdentityNumber number = PushedPerson.number(data, Stockholm.today(clock));
    if (!data.has("personalNumber")) {
      data.wrong("personalNumber", "is required");
    }
    long version = data.whole("version", 1, Fact.LAST_VERSION);
    String phone = plain(data, "phone", LONGEST_PHONE, PHONE, "must be a phone number");
    String email = plain(data, "email", LONGEST_EMAIL, EMAIL, "must be an e-mail address");
    data.refuseIfWrong();
    Citizen citizen = keys.citizen(Objects.requireNonNull(number));
    var hashed = new LinkedHashMap<>(push.raw());
    hashed.put("personalNumber", citizen.key()); // a hash of a number could be reversed
    var proposal =
        new ProposalItems.Proposal(
            citizen, push.source(), version, Json.hash(hashed), phone, email);
    return transactions.run(push.dryRun(), () -> decide(push, proposal));
  }

  private static @Nullable String plain(
      Members data, String name, int longest, Pattern form, String otherwise) {
    String text = data.optionalText(name, longest);
    if (text != null && data.isReadable(name) && !form.matcher(text).matches()) {
      data.wrong(name, otherwise);
    }
    return text;
  }

  private Decision<Verdict> decide(Push push, ProposalItems.Proposal proposal) {
    var stored =
        client
            .getItem(
                get ->
                    get.tableName(tables.citizens())
                        .key(ProposalItems.key(proposal.citizen(), proposal.source()))
                        .consistentRead(true))
            .item();
    Verdict verdict =
        stored.isEmpty()
            ? Verdict.APPLIED
            : Verdict.of(
                proposal.version(),
                proposal.hash(),
                Values.number(stored, "version"),
                Values.text(stored, "hash"));
    if (verdict != Verdict.APPLIED) {
      return Decision.unchanged(verdict);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Decision<>(
        verdict,
        List.of(
            ProposalItems.put(tables, proposal, stored, now),
            AuditItems.row(
                tables,
                AuditItems.subject(proposal.citizen()),
                now,
                Map.of(
                    "act", "contact-details",
                    "by", push.source().value(),
                    "version", Long.toString(proposal.version())))));
  }
}
