package se.insyn.caseworkerapi;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.Kind;
import se.insyn.domain.events.Shown;
import se.insyn.domain.messages.Message;
import se.insyn.domain.people.Verdict;
import se.insyn.http.Problem;

/** Takes one event: finds out what it is, and hands it to whom it concerns. */
@Singleton
final class Updates {

  private static final String PROTECTION = "protection";
  private static final String COMPLETE = "protection-complete";
  private static final Pattern TYPE = Pattern.compile("se\\.insyn\\.([a-z-]{1,40})\\.v1");

  private final CasePushes cases;
  private final ProtectionPushes protections;
  private final FactPushes facts;
  private final MessagePushes messages;
  private final ReceiptPushes receipts;
  private final ContactDetailsPushes contactDetails;
  private final ErasePushes erasures;
  private final ProtectionCompletePushes completions;

  Updates(
      CasePushes cases,
      ProtectionPushes protections,
      ProtectionCompletePushes completions,
      FactPushes facts,
      MessagePushes messages,
      ReceiptPushes receipts,
      ContactDetailsPushes contactDetails,
      ErasePushes erasures) {
    this.completions = completions;
    this.messages = messages;
    this.receipts = receipts;
    this.contactDetails = contactDetails;
    this.erasures = erasures;
    this.cases = cases;
    this.protections = protections;
    this.facts = facts;
  }

  /** The answer to an event that was taken. */
  Map<String, Object> take(Source source, Map<String, @Nullable Object> element, boolean dryRun) {
    CloudEvent event = CloudEvent.read(element);
    if (!event.source().equals(source.value()) && element.get("source") instanceof String) {
      throw Problem.forbidden("source");
    }
    Push push = new Push(source, event.raw(), event.data(), dryRun);
    push.refuseIfTooLarge();
    LogContext.set(push);
    Taken taken = take(event, push);
    if (taken.verdict() == Verdict.CONFLICT) {
      throw Problems.versionConflict();
    }
    return new Shown()
        .put("id", event.id())
        .put("result", taken.verdict().name().toLowerCase(Locale.ROOT))
        .put("ignored", event.ignored().isEmpty() ? null : event.ignored())
        .put("upload", taken.upload() == null ? null : taken.upload().shown())
        .put("threadId", taken.threadId())
        .put("uploads", taken.shownUploads())
        .put("refused", taken.refused().isEmpty() ? null : taken.refused())
        .members();
  }

  /**
   * Of an event that is not taken now, what must never wait: whom a case says to be protected.
   *
   * @throws RuntimeException where that is not known afterwards
   */
  void takeProtections(Source source, Map<String, @Nullable Object> element, boolean dryRun) {
    CloudEvent event = CloudEvent.read(element);
    if (event.source().equals(source.value()) && isCase(element)) {
      cases.takeProtections(new Push(source, event.raw(), event.data(), dryRun));
    }
  }

  private Taken take(CloudEvent event, Push push) {
    Matcher type = TYPE.matcher(event.type());
    String name = type.matches() ? type.group(1) : "";
    return switch (name) {
      case "case" -> Taken.of(cases.take(push));
      case "erase" -> Taken.of(erasures.take(push));
      case PROTECTION -> Taken.of(protections.take(push));
      case COMPLETE -> Taken.of(completions.take(push));
      case Message.KIND -> messages.take(push);
      case "message-read" -> Taken.of(receipts.take(push));
      case "contact-details" -> Taken.of(contactDetails.take(push));
      default -> takeFact(event, push, name);
    };
  }

  private Taken takeFact(CloudEvent event, Push push, String name) {
    Optional<Kind> kind = Kind.of(name);
    if (kind.isEmpty()) {
      if (!event.type().isEmpty()) {
        event.members().wrong("type", "is not a type of this version");
      }
      event.members().refuseIfWrong();
    }
    return facts.take(push, kind.orElseThrow());
  }

  static boolean isProtection(@Nullable Object element) {
    return isOfType(PROTECTION, element);
  }

  static boolean isComplete(@Nullable Object element) {
    return isOfType(COMPLETE, element);
  }

  static boolean isCase(@Nullable Object element) {
    return isOfType("case", element);
  }

  private static boolean isOfType(String name, @Nullable Object element) {
    return element instanceof Map<?, ?> event
        && ("se.insyn." + name + ".v1").equals(event.get("type"));
  }

  /** Whether an event is taken however many there are: all that is said about protection. */
  static boolean isNeverLimited(@Nullable Object element) {
    return isProtection(element) || isComplete(element);
  }

  /** What must not be taken side by side: the events of one case. Others stand alone. */
  static Object sequence(Source source, @Nullable Object element) {
    return element instanceof Map<?, ?> event
            && event.get("data") instanceof Map<?, ?> data
            && data.get("caseNumber") instanceof String number
        ? CaseId.of(source, new CaseNumber(number))
        : new Object();
  }
}
