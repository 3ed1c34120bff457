package se.insyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import se.insyn.local.aws.Dynamo;
import se.insyn.local.aws.Kms;
import se.insyn.local.aws.KmsKeys;
import se.insyn.local.aws.S3;
import se.insyn.local.aws.SentMessage;
import se.insyn.local.aws.Ses;
import se.insyn.local.aws.Sns;
import se.insyn.local.demo.CaseworkerSystem;
import se.insyn.local.events.EventBus;
import se.insyn.local.events.FileEvents;
import se.insyn.local.functions.FunctionPool;
import se.insyn.local.gateway.Front;
import se.insyn.local.gateway.HttpApi;
import se.insyn.local.gateway.Routes;
import se.insyn.local.gateway.SentPage;
import se.insyn.local.gateway.WebFiles;
import se.insyn.local.issuers.Issuers;
import se.insyn.local.template.FunctionDefinition;
import se.insyn.local.template.Template;

/**
 * The whole of Insyn on one machine: the packaged functions behind the template's routes, and
 * stand-ins for what they call. One per process, because settings are the process's.
 */
public final class Insyn implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Insyn.class.getName());
  private static final String REGION = "eu-north-1";
  private static final String ANY_KEY = "local";
  private static final Map<String, List<String>> NOBODY =
      Map.of("cookie", List.of("__Host-insyn=" + "A".repeat(43)));

  private final LocalOptions options;
  private final Template template;
  private final Issuers issuers;
  private final Front front;
  private final HttpApi api;
  private final Map<String, FunctionPool> functions = new ConcurrentHashMap<>();
  private final Map<String, String> settings;
  private final Dynamo dynamo;
  private final Kms kms;
  private final S3 s3;
  private final Ses ses;
  private final Sns sns;
  private final SentPage sent = new SentPage();
  private final EventBus bus;
  private final FileEvents fileEvents;

  private Insyn(LocalOptions options) throws Exception {
    this.options = options;
    Files.createDirectories(options.data());
    template = Template.read(options.root().resolve("template.yaml"));
    var clock = Clock.systemUTC();
    api = new HttpApi(new Routes(template.routes()), functions, clock);
    var web = new WebFiles(options.root().resolve("web/dist"), this::filesOrigin);
    front = Front.start(options.port(), web, api, sent);
    issuers = Issuers.start(options.standInsPort(), clock);
    settings =
        template.settings(
            LocalValues.settings(
                origin().toString(),
                issuers.citizensIssuer(),
                issuers.systemsIssuer(),
                options.environment()));
    var keys =
        KmsKeys.open(options.data().resolve("keys.json"), template.keys(), template.keyAliases());
    kms = Kms.start(keys);
    dynamo =
        Dynamo.start(
            options.isKept() ? options.data().resolve("dynamodb") : null, template.tables());
    var bucket = template.buckets().getFirst();
    s3 =
        S3.start(
            filesFolder(),
            options.standInsPort() == 0 ? 0 : options.standInsPort() + 1,
            bucket,
            setting("PUBLIC_ORIGIN"));
    bus = new EventBus(template.rules(), template.listeners(), functions);
    ses = Ses.start(sent::add, event -> bus.publish(setting("FEEDBACK_TOPIC"), event), clock);
    sns = Sns.start(sent::add, clock);
    fileEvents = new FileEvents(s3, bucket.name(), bus, clock);
    issuers.open(
        setting("PUBLIC_ORIGIN"),
        setting("CITIZENS_CLIENT_ID"),
        () -> keys.signing(setting("LOGIN_KEY")),
        setting("SYSTEMS_AUDIENCE"),
        Set.copyOf(clientsBySource().values()));
    issuers.wake();
    setProperties();
  }

  /** Starts it and returns when every function answers; further instances follow by themselves. */
  public static Insyn start(LocalOptions options) throws Exception {
    var insyn = new Insyn(options);
    insyn.startFunctions();
    insyn.fileEvents.start();
    return insyn;
  }

  /** Where the portal answers. */
  public URI origin() {
    return URI.create("http://localhost:" + front.port());
  }

  public Issuers issuers() {
    return issuers;
  }

  public Dynamo dynamo() {
    return dynamo;
  }

  public Kms kms() {
    return kms;
  }

  public S3 s3() {
    return s3;
  }

  public Ses ses() {
    return ses;
  }

  public Sns sns() {
    return sns;
  }

  /** What went out by SMS and e-mail, oldest first. */
  public List<SentMessage> sent() {
    return sent.all();
  }

  /** Where an event is handed on to the functions that ask for it. */
  public EventBus bus() {
    return bus;
  }

  /** The value of a setting of the template; empty if it has none of that name. */
  public String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  /** The environment that the account gives to a function of its own process. */
  public Map<String, String> environment() {
    var environment = new HashMap<>(settings);
    endpoints()
        .forEach(
            (service, endpoint) ->
                environment.put(
                    "AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), endpoint.toString()));
    environment.put("AWS_REGION", REGION);
    environment.put("AWS_ACCESS_KEY_ID", ANY_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", ANY_KEY);
    return environment;
  }

  /** The functions of the template. */
  public List<FunctionDefinition> functions() {
    return template.functions();
  }

  /** The system that pushes for a source, such as {@code /lifecare}. */
  public CaseworkerSystem system(String source) {
    var client = clientsBySource().get(source);
    if (client == null) {
      throw new IllegalArgumentException("no system pushes for " + source);
    }
    return new CaseworkerSystem(origin(), setting("SYSTEMS_ISSUER"), client);
  }

  /** Calls the functions that are called every minute, as if one had passed; waits for each. */
  public void tick() throws InterruptedException {
    for (var function : template.everyMinute()) {
      tick(function);
    }
  }

  /** Calls one of them alone. */
  public void tick(String function) throws InterruptedException {
    var pool = functions.get(function);
    if (pool != null) {
      pool.invoke("{}".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    front.close();
    bus.close();
    issuers.close();
    s3.close();
    ses.close();
    sns.close();
    kms.close();
    dynamo.close();
  }

  /** Empty while it is not there yet. */
  @SuppressWarnings("ConstantValue") // asked for before the constructor is done
  private String filesOrigin() {
    return s3 == null ? "" : s3.endpoint().toString();
  }

  private Path filesFolder() throws IOException {
    return options.isKept()
        ? options.data().resolve("files")
        : Files.createTempDirectory(options.data(), "files-");
  }

  private Map<String, String> clientsBySource() {
    return LocalValues.clientsBySource(setting("SYSTEMS_CLIENTS"));
  }

  private void setProperties() {
    LocalValues.properties(settings)
        .forEach((name, value) -> System.setProperty(name.toString(), value.toString()));
    endpoints()
        .forEach(
            (service, endpoint) ->
                System.setProperty("aws.endpointUrl" + service, endpoint.toString()));
    System.setProperty("aws.region", REGION);
    System.setProperty("aws.accessKeyId", ANY_KEY);
    System.setProperty("aws.secretAccessKey", ANY_KEY);
  }

  /** Where each service answers, by its name as the SDK's own settings spell it. */
  private Map<String, URI> endpoints() {
    return Map.of(
        "DynamoDb", dynamo.endpoint(),
        "S3", s3.endpoint(),
        "Kms", kms.endpoint(),
        "Ses", ses.endpoint(),
        "Sns", sns.endpoint());
  }

  private void startFunctions() throws IOException {
    for (var function : template.functions()) {
      var work = options.data().resolve("functions");
      functions.put(function.id(), FunctionPool.of(function, options.root(), work));
    }
    startOneOfEach();
    // The rest comes while the first ones already answer.
    Thread.ofPlatform()
        .daemon()
        .start(() -> IntStream.range(1, options.instances()).forEach(round -> startOneOfEach()));
  }

  private void startOneOfEach() {
    // As many at a time as there are processors here: more would only make all of them late.
    try (var starters = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var starts =
          functions.values().stream()
              .map(function -> CompletableFuture.runAsync(() -> start(function), starters))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(starts).join();
    }
  }

  private void start(FunctionPool function) {
    var begun = System.nanoTime();
    try {
      function.grow(warmUp(function.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LOG.info(
        () -> function.name() + " started in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
  }

  /** A request of nobody for everything that the function answers to: it wakes all its clients. */
  private List<byte[]> warmUp(String function) {
    return template.routes().stream()
        .filter(route -> route.function().equals(function))
        .filter(route -> !route.path().contains("{") && !route.method().equals("POST"))
        .map(route -> api.warmUpEvent(route.isDefault() ? "/nowhere" : route.path(), NOBODY))
        .toList();
  }
}
