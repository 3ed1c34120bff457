package se.insyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.insyn.local.aws.DynamoCalls;
import se.insyn.local.aws.Kms;
import se.insyn.local.aws.S3;
import se.insyn.local.aws.SentMessage;
import se.insyn.local.aws.Ses;
import se.insyn.local.aws.Sns;
import se.insyn.local.demo.CaseworkerSystem;
import se.insyn.local.issuers.Faults;
import se.insyn.local.issuers.SigningKeys;

/**
 * The whole of Insyn for tests: the packaged functions behind the template's routes, on free ports,
 * with empty tables in memory. One per JVM, shared by all test classes, because settings are the
 * process's: a test makes cases and persons of its own and mends what it breaks.
 */
public final class LocalInsyn {
  /** The stack waits for the other system to say that all protections are pushed. */
  private static final Map<String, String> SETTINGS = Map.of("PROTECTION_FEEDS", "/other-system");

  private static final LocalInsyn SHARED = start();

  private final Insyn insyn;
  private final Logs logs;

  private LocalInsyn(Insyn insyn, Logs logs) {
    this.insyn = insyn;
    this.logs = logs;
  }

  /** The one of this JVM, started with its first use. */
  public static LocalInsyn shared() {
    return SHARED;
  }

  /** Where the portal answers. */
  public URI origin() {
    return insyn.origin();
  }

  /** The value of a setting, such as a table's name. */
  public String setting(String name) {
    return insyn.setting(name);
  }

  /** A browser without cookies. */
  public Browser browser() {
    return new Browser(insyn.origin());
  }

  /** A browser in which that person has logged in, if the portal let them. */
  public Browser loggedIn(String personalNumber) {
    return loggedIn(personalNumber, Map.of());
  }

  /**
   * A browser in which that person has logged in.
   *
   * @param claims stand over those of the ID token; a null takes one away
   */
  public Browser loggedIn(String personalNumber, Map<String, ?> claims) {
    var browser = browser();
    browser.login(personalNumber, claims);
    return browser;
  }

  public CaseworkerSystem lifecare() {
    return insyn.system("/lifecare");
  }

  /** The other system, which has just said that all protections are pushed. */
  public CaseworkerSystem otherSystem() {
    var system = insyn.system("/other-system");
    try {
      var answer = system.push(complete());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return system;
  }

  private static String complete() {
    return Json.text(
        Map.of(
            "specversion",
            "1.0",
            "id",
            "complete",
            "source",
            "/other-system",
            "type",
            "se.insyn.protection-complete.v1",
            "data",
            Map.of("asOf", Instant.now().toString())));
  }

  /** What is asked of DynamoDB, and a way to get in between. */
  public DynamoCalls calls() {
    return insyn.dynamo().calls();
  }

  /** What can be broken at the issuers. */
  public Faults faults() {
    return insyn.issuers().faults();
  }

  /** The issuers' signing keys: rotate them, sign tokens of one's own. */
  public SigningKeys keys() {
    return insyn.issuers().keys();
  }

  public String citizensIssuer() {
    return insyn.issuers().citizensIssuer();
  }

  public String systemsIssuer() {
    return insyn.issuers().systemsIssuer();
  }

  public S3 s3() {
    return insyn.s3();
  }

  public Kms kms() {
    return insyn.kms();
  }

  public Ses ses() {
    return insyn.ses();
  }

  public Sns sns() {
    return insyn.sns();
  }

  /** What went out by SMS and e-mail, oldest first. */
  public List<SentMessage> sent() {
    return insyn.sent();
  }

  /** Lets a minute pass for the functions that are called every minute. */
  public void tick() {
    try {
      insyn.tick();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets a minute pass for one of them alone. */
  public void tick(String function) {
    try {
      insyn.tick(function);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All items of all tables: equal texts, equal content. */
  public String snapshot() {
    try {
      return insyn.dynamo().snapshot();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The items of one table as JSON in DynamoDB's own form. */
  public List<String> items(String table) {
    try {
      return insyn.dynamo().items(table);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A place in the log, for {@link #loggedSince}. */
  public long logMark() {
    return logs.mark();
  }

  /** What the functions and the stand-ins have printed since. */
  public List<String> loggedSince(long mark) {
    return logs.since(mark);
  }

  private static LocalInsyn start() {
    try {
      var data = Files.createDirectories(Path.of("target", "local-insyn")).toAbsolutePath();
      var log = data.resolve("insyn.log");
      Files.deleteIfExists(log);
      var root = Path.of("..").toAbsolutePath().normalize();
      var logs = Logs.to(log);
      return new LocalInsyn(
          Insyn.start(new LocalOptions(root, data, false, 0, 0, 2, SETTINGS)), logs);
    } catch (Exception e) {
      throw new IllegalStateException("Insyn does not start", e);
    }
  }
}
