package se.insyn.notifications;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What it means that a call failed. Only what was certainly not taken may be sent again; a fault
 * that is not known to be the address's never closes it.
 */
final class SesOrSnsFault {

  private static final Logger LOG = LoggerFactory.getLogger(SesOrSnsFault.class);

  /** What no other time makes better. */
  private static final Set<String> WRONG =
      Set.of(
          "InvalidParameter", "InvalidParameterValue", "ParameterValueInvalid", "MessageRejected");

  private SesOrSnsFault() {}

  static Outcome meaning(SdkException fault) {
    Outcome meaning =
        fault instanceof AwsServiceException answered ? answer(answered) : silence(fault);
    // The fault itself is not logged: its message may have the address in it.
    LOG.atWarn()
        .addKeyValue("reason", "provider-failed")
        .addKeyValue("status", meaning)
        .log("{} {}", fault.getClass().getSimpleName(), code(fault));
    return meaning;
  }

  private static Outcome answer(AwsServiceException answer) {
    String code = code(answer);
    if (answer.isThrottlingException()) {
      return Outcome.NOT_NOW;
    }
    if (answer.statusCode() >= 500) {
      return Outcome.UNKNOWN;
    }
    if (code.startsWith("OptedOut") || (WRONG.contains(code) && isOfTheNumber(answer))) {
      return Outcome.NOT_THERE;
    }
    return WRONG.contains(code) ? Outcome.WRONG : Outcome.NOT_NOW;
  }

  private static boolean isOfTheNumber(AwsServiceException answer) {
    return String.valueOf(answer.getMessage())
        .toLowerCase(Locale.ROOT)
        .replace(" ", "")
        .contains("phonenumber");
  }

  /** Where no connection was made, nothing was sent. */
  private static Outcome silence(SdkException fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof ConnectException
          || each instanceof UnknownHostException
          || each instanceof NoRouteToHostException) {
        return Outcome.NOT_NOW;
      }
    }
    return Outcome.UNKNOWN;
  }

  private static String code(SdkException fault) {
    @Nullable AwsErrorDetails details =
        fault instanceof AwsServiceException answered ? answered.awsErrorDetails() : null;
    return details == null ? "" : String.valueOf(details.errorCode());
  }
}
