package se.insyn.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.ProposalItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Somebody in a municipality of their own, their browser, and what is stored of them. */
final class Me implements AutoCloseable {

  static final String PHONE = "+46701740605";
  static final String OTHER_PHONE = "+46701740606";
  static final String EMAIL = "elias@example.se";
  static final String OTHER_EMAIL = "hertzberg@example.se";

  final Municipality municipality = new Municipality();
  final Portal portal;
  Portal.Browser browser;
  private final Citizen citizen = Municipality.citizen(Pushes.APPLICANT);
  private final DynamoDbClient client = LocalDynamoDb.start().client();

  Me() {
    this(1000);
  }

  Me(int codesPerDay) {
    municipality.takeCase(Pushes.household());
    portal = new Portal(municipality, settings(codesPerDay));
    browser = portal.login(Pushes.APPLICANT);
  }

  /** What this function alone is told. */
  static Map<String, Object> settings(int codesPerDay) {
    return Map.of(
        "files.bucket", "the-bucket",
        "citizens.key", "key",
        "sms.prefixes", "+46",
        "codes.per.day", codesPerDay);
  }

  @Override
  public void close() {
    portal.close();
  }

  /** The profile that was never touched, with an address; null = none. */
  static String body(@Nullable String phone, @Nullable String email) {
    return body(phone, email, true, "sv");
  }

  static String body(
      @Nullable String phone, @Nullable String email, boolean bySms, String language) {
    return "{%s%s\"notifyBySms\": %s, \"notifyByEmail\": true, \"language\": \"%s\"}"
        .formatted(
            phone == null ? "" : "\"phone\": \"" + phone + "\", ",
            email == null ? "" : "\"email\": \"" + email + "\", ",
            bySms,
            language);
  }

  Portal.Answer show() {
    return browser.get("/api/profile");
  }

  Portal.Answer change(String body) {
    return browser.send("PUT", "/api/profile", body);
  }

  Portal.Answer confirm(Channel channel, String code) {
    return browser.send(
        "POST",
        "/api/profile/confirmations",
        Json.write(Map.of("channel", channel.code(), "code", code)));
  }

  /** Somebody logs in as this person now. */
  Me logInAgain() {
    browser = portal.login(Pushes.APPLICANT);
    return this;
  }

  void pass(Duration time) {
    portal.forward(time);
  }

  /** The profile has this address of the channel, wherever it came from. */
  void has(Channel channel, String address, ChannelState state) {
    var stored = stored();
    write(
        ProfileItems.put(
            municipality.tables(),
            citizen,
            ProfileItems.read(stored).with(channel, new Contact(address, state, true)),
            stored));
  }

  /** A caseworker system has these. */
  void proposes(Source source, @Nullable String phone, @Nullable String email, String at) {
    write(
        ProposalItems.put(
            municipality.tables(),
            new ProposalItems.Proposal(citizen, source, 1, "hash", phone, email),
            Map.of(),
            Instant.parse(at)));
  }

  Profile profile() {
    return ProfileItems.read(stored());
  }

  Map<String, AttributeValue> stored() {
    return client
        .getItem(
            get -> get.tableName(municipality.tables().citizens()).key(ProfileItems.key(citizen)))
        .item();
  }

  /** The code that waits to be sent. */
  String code(Channel channel) {
    return Values.text(waiting("CODE#" + channel.code()).orElseThrow(), "code");
  }

  /** What waits in the table of notices, by the name of its item. */
  Optional<Map<String, AttributeValue>> waiting(String item) {
    var found =
        client
            .getItem(
                get ->
                    get.tableName(municipality.tables().notices())
                        .key(NoticeItems.key(citizen, item)))
            .item();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** All that is there, but for this person's place in cases, and what login writes. */
  List<String> citizensItems() {
    return names(municipality.tables().citizens(), "item").sorted().toList();
  }

  List<String> acts() {
    return municipality.items(municipality.tables().audit()).stream()
        .map(item -> Values.text(item, "act") + " " + Values.text(item, "what"))
        .sorted()
        .toList();
  }

  /** What a system finds in its outbox. */
  List<Map<String, @Nullable Object>> outbox(Source source) {
    return municipality.items(municipality.tables().systems()).stream()
        .filter(item -> Values.text(item, "source").equals(source.value()))
        .filter(item -> Values.text(item, "item").startsWith("OUT#"))
        .map(item -> Json.parseObject(Values.text(item, "data")))
        .toList();
  }

  Stream<String> names(String table, String key) {
    return municipality.items(table).stream().map(item -> Values.text(item, key));
  }

  TestBeans.Hashes hashes() {
    return portal.bean(TestBeans.Hashes.class);
  }

  private void write(TransactWriteItem... writes) {
    client.transactWriteItems(write -> write.transactItems(writes));
  }
}
