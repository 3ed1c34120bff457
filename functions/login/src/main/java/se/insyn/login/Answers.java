package se.insyn.login;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.insyn.http.Call;

/** The provider's answer, as the browser brings it back in the query. */
@Singleton
final class Answers {

  private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int LONGEST_CODE = 2048;
  private static final List<String> ONCE = List.of("state", "code", "error", "iss");

  /** The errors that are the person's own business, and what they see then. */
  private static final Map<String, LoginRefused> ENDINGS =
      Map.of(
          "access_denied",
          LoginRefused.quietly(Ending.CANCELLED, "login-cancelled"),
          "unmet_authentication_requirements",
          LoginRefused.because(Ending.STRONGER, "level-not-met"),
          "login_required",
          LoginRefused.because(Ending.START_AGAIN, "login-required"),
          "interaction_required",
          LoginRefused.because(Ending.START_AGAIN, "interaction-required"));

  private final Settings settings;

  Answers(Settings settings) {
    this.settings = settings;
  }

  /** The state, once everything that may come once came at most once. */
  String state(Call call) {
    for (String name : ONCE) {
      if (call.parameters(name).size() > 1) {
        throw startAgain("answer-parameter-twice");
      }
    }
    String state = only(call, "state");
    if (state == null || !STATE.matcher(state).matches()) {
      throw startAgain("state-missing");
    }
    return state;
  }

  /** The code, if the answer is from our provider and says that all went well. */
  String code(Call call, OIDCProviderMetadata provider) {
    String issuer = only(call, "iss");
    boolean isOurs =
        issuer == null
            ? !provider.supportsAuthorizationResponseIssuerParam()
            : issuer.equals(settings.issuer());
    if (!isOurs) {
      throw startAgain("answer-of-another-issuer");
    }
    String code = only(call, "code");
    String error = only(call, "error");
    if (error != null && code != null) {
      throw startAgain("answer-ambiguous");
    }
    if (error != null) {
      LoginRefused ending = ENDINGS.get(error);
      throw ending != null ? ending : LoginRefused.alarm("provider-error", null);
    }
    if (code == null || code.isEmpty() || code.length() > LONGEST_CODE) {
      throw startAgain("code-missing");
    }
    return code;
  }

  private static @Nullable String only(Call call, String name) {
    List<String> values = call.parameters(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  private static LoginRefused startAgain(String reason) {
    return LoginRefused.because(Ending.START_AGAIN, reason);
  }
}
