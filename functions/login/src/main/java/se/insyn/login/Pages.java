package se.insyn.login;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import se.insyn.domain.value.Sha256;

/**
 * The pages of login: fixed words, Swedish first, no script. Nothing that came with a call stands
 * in them but the path to go on to.
 */
@Singleton
final class Pages {

  private static final String STYLE =
      "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:38rem;margin:0 auto;padding:2rem 1rem}"
          + "h1{font-size:1.75rem;line-height:1.25}a{display:inline-block;padding:.5rem 0}";

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(Sha256.of(STYLE.getBytes(StandardCharsets.UTF_8)))
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String AGAIN = "<p><a href=\"/login\">Logga in igen</a></p>";

  private final String municipality;
  private final Map<Ending, String> endings = new EnumMap<>(Ending.class);

  Pages(Settings settings) {
    municipality = escaped(settings.municipalityName());
    String call =
        "<strong>"
            + escaped(settings.municipalityPhone())
            + "</strong>, "
            + escaped(settings.municipalityPhoneHours());
    for (Ending ending : Ending.values()) {
      endings.put(ending, page(ending, call));
    }
  }

  MutableHttpResponse<String> of(Ending ending) {
    return html(ending.status(), endings.getOrDefault(ending, ""));
  }

  /** After a login: the browser goes on by itself, so that its new cookie comes along. */
  MutableHttpResponse<String> goOn(ReturnTo returnTo) {
    String path = escaped(returnTo.path());
    return html(
        200,
        page(
            "<meta http-equiv=\"refresh\" content=\"0; url=" + path + "\">",
            "Du är inloggad",
            "<p><a href=\"" + path + "\">Fortsätt</a></p>",
            "You are logged in."));
  }

  private String page(Ending ending, String call) {
    return switch (ending) {
      case CANCELLED ->
          page(
              "",
              "Du är inte inloggad",
              "<p>Inloggningen avbröts. Du kan logga in igen när du vill.</p>" + AGAIN,
              "The login was cancelled. You can log in again at any time.");
      case NOTHING_TO_SHOW ->
          page(
              "",
              "Vi kan inte visa något här",
              "<p>Du kan inte följa ditt ärende här just nu. Ring oss, så hjälper vi dig: "
                  + call
                  + ".</p>",
              "You cannot follow your case here at the moment. Please call us.");
      case START_AGAIN ->
          page(
              "",
              "Inloggningen blev inte klar",
              "<p>Börja om, och gör hela inloggningen i samma webbläsare.</p>" + AGAIN,
              "The login was not completed. Please start again, in the same browser.");
      case STRONGER ->
          page(
              "",
              "Du behöver en annan e-legitimation",
              "<p>Logga in med BankID eller en annan svensk e-legitimation på minst"
                  + " tillitsnivå 3.</p>"
                  + AGAIN,
              "You need a stronger e-ID, such as BankID.");
      case NOT_NOW ->
          page(
              "",
              "Det går inte att logga in just nu",
              "<p>Försök igen om en stund. Är det bråttom, ring oss: " + call + ".</p>" + AGAIN,
              "Login does not work at the moment. Please try again later.");
    };
  }

  private String page(String head, String heading, String body, String english) {
    return "<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + head
        + "<title>"
        + heading
        + " – "
        + municipality
        + "</title><style>"
        + STYLE
        + "</style></head><body><main><h1>"
        + heading
        + "</h1>"
        + body
        + "<p lang=\"en\">"
        + english
        + "</p></main></body></html>";
  }

  private static MutableHttpResponse<String> html(int status, String page) {
    return HttpResponse.<String>status(HttpStatus.valueOf(status))
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Content-Security-Policy", POLICY)
        .body(page);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
