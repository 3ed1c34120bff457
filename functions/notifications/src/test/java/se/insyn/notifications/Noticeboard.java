package se.insyn.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.Message;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.domain.notices.Contact;
import se.insyn.domain.notices.Language;
import se.insyn.domain.notices.Profile;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Push;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.AnswerItems;
import se.insyn.dynamodb.NoticeItems;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.Tables;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Conflicts;
import se.insyn.dynamodb.testing.LocalDynamoDb;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Ticking;
import se.insyn.lambda.FunctionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The function notifications over one municipality's tables, called by hand. */
final class Noticeboard implements AutoCloseable {

  /** Ten in the morning in Stockholm, on a Friday. */
  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  static final String TOPIC = "arn:aws:sns:eu-north-1:000000000000:feedback";
  static final String PHONE = "+46701740605";
  static final String MAIL = "elias@example.se";
  static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);

  final Municipality municipality = new Municipality();
  final Tables tables = municipality.tables();
  final DynamoDbClient dynamo = LocalDynamoDb.start().client();
  final Providers providers = Providers.anew();
  final Ticking clock;
  final CaseId caseId;
  private final ApplicationContext context;
  private final NotificationsHandler handler;

  Noticeboard() {
    this(NOW);
  }

  Noticeboard(Instant now) {
    clock = new Ticking(now);
    // What a call does is counted, so it goes through the parts in their order.
    Turns turns = parts -> parts;
    context =
        context(
            clock,
            tables,
            1000,
            RuntimeBeanDefinition.builder(Turns.class, () -> turns)
                .replaces(AnyTurn.class)
                .build());
    handler = new NotificationsHandler(context);
    caseId = municipality.takeCase(Pushes.ofCase());
  }

  /** The beans of the function, which never waits but lets the clock go on. */
  static ApplicationContext context(
      Ticking clock, Tables tables, int perSecond, RuntimeBeanDefinition<?>... others) {
    Waiting waiting = then -> clock.passes(Duration.between(clock.instant(), then));
    return FunctionContext.configured()
        .properties(LocalDynamoDb.settings(tables))
        .properties(
            Map.of(
                "municipality.name", "Exempelby kommun",
                "notices.per.second", perSecond,
                "sms.sender", "Exempelby",
                "sms.prefixes", "+46,+47",
                "email.from", "svara-inte@example.se",
                "email.configuration.set", "events",
                "feedback.topic", TOPIC))
        .beanDefinitions(
            RuntimeBeanDefinition.builder(Clock.class, () -> clock).replaces(Clock.class).build(),
            RuntimeBeanDefinition.builder(Waiting.class, () -> waiting)
                .replaces(ByTheClock.class)
                .build())
        .beanDefinitions(others)
        .build()
        .start();
  }

  /** A call of the scheduler. */
  void tick() {
    call("{}");
  }

  /** What SES tells of an e-mail. */
  void hears(String topic, Map<String, Object> message) {
    call(
        Json.write(
            Map.of(
                "Records",
                List.of(
                    Map.of(
                        "EventSource",
                        "aws:sns",
                        "Sns",
                        Map.of("TopicArn", topic, "Message", Json.write(message)))))));
  }

  void call(String event) {
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)),
          OutputStream.nullOutputStream(),
          new MockLambdaContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Elias wants both, in Swedish. */
  Noticeboard withBoth() {
    profile(
        ELIAS,
        Language.SWEDISH,
        new Contact(PHONE, ChannelState.CONFIRMED, true),
        new Contact(MAIL, ChannelState.CONFIRMED, true));
    return this;
  }

  void profile(Citizen citizen, Language language, Contact sms, Contact email) {
    var profile = new Profile(language, Map.of()).with(Channel.SMS, sms).with(Channel.EMAIL, email);
    write(ProfileItems.put(tables, citizen, profile, profileItem(citizen)));
  }

  /** What is stored of how this citizen is told. */
  Profile profile(Citizen citizen) {
    return ProfileItems.read(profileItem(citizen));
  }

  private Map<String, AttributeValue> profileItem(Citizen citizen) {
    return dynamo
        .getItem(get -> get.tableName(tables.citizens()).key(ProfileItems.key(citizen)))
        .item();
  }

  /** A fact comes, with the notice that it deserves. */
  void comes(Push fact) {
    municipality.take(caseId, fact, clock.instant(), clock.instant());
    write(NoticeItems.pending(tables, ELIAS, caseId, clock.instant(), Duration.ZERO));
  }

  /** A message comes, with its notice. */
  void comesMessage() {
    Message message = Message.from(Pushes.message().members());
    StoredMessage stored = stored(message);
    stored.put(tables, caseId, message, true, clock.instant()).forEach(this::write);
    write(NoticeItems.pending(tables, ELIAS, caseId, clock.instant(), Duration.ZERO));
  }

  /** Something happens before the function writes for the so-manieth time, counted from 0. */
  void before(int transaction, Runnable work) {
    context
        .getBean(Conflicts.class)
        .cancelBefore(
            "",
            number -> {
              if (number == transaction) {
                work.run();
              }
              return false;
            });
  }

  /** Elias answers what was asked for. */
  void answers(Push request) {
    var key = AnswerItems.key(ELIAS, caseId, new EventId(String.valueOf(request.at("id"))));
    var answered = AnswerItems.answered(key, Map.of(), caseId, clock.instant());
    write(AnswerItems.put(tables, answered, Map.of()));
  }

  /** The message that came is read. */
  void reads() {
    for (var item : municipality.items(tables.messages())) {
      var read = new TreeMap<>(item);
      read.remove("unread");
      municipality.put(tables.messages(), read);
    }
  }

  private StoredMessage stored(Message message) {
    return StoredMessage.read(
        dynamo,
        tables,
        List.of(ELIAS),
        se.insyn.domain.messages.ThreadKey.of(caseId, message.thread()),
        new EventId(message.id().value()),
        null);
  }

  void write(TransactWriteItem... writes) {
    dynamo.transactWriteItems(write -> write.transactItems(writes));
  }

  /** An item of a citizen in the table {@code notices}; empty when there is none. */
  Map<String, AttributeValue> item(Citizen citizen, String item) {
    return dynamo
        .getItem(get -> get.tableName(tables.notices()).key(NoticeItems.key(citizen, item)))
        .item();
  }

  /** When the notice is looked at again; null when nothing waits. */
  @Nullable Instant due() {
    String due = Values.optionalText(item(ELIAS, NoticeItems.NOTICE), NoticeItems.INDEX);
    return due == null ? null : Instant.parse(due);
  }

  /** What has become of all attempts, in order. */
  List<String> attempts() {
    return municipality.items(tables.notices()).stream()
        .filter(item -> item.containsKey("status"))
        .map(
            item ->
                Values.text(item, "purpose")
                    + " by "
                    + Values.text(item, "channel")
                    + " "
                    + Values.text(item, "status"))
        .sorted()
        .toList();
  }

  /** How many of each have gone out. */
  List<Channel> sent() {
    return providers.sent().stream().map(Sent::channel).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
