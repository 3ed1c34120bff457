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

  /** The colours and sizes of the front end, on screens also in the dark. */
  private static final String STYLE =
      ":root{color-scheme:light;--text:#292c30;--soft:#5b5d60;--back:#fff;--line:#bbbcbd;"
          + "--link:#005db1;--button:#0062ba;--on-button:#fff}"
          + "@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;"
          + "--text:#ececec;--soft:#a7a8a9;--back:#17181a;--line:#4e5052;"
          + "--link:#8eaacb;--button:#4c91cf;--on-button:#000}}"
          + "body{background:var(--back);color:var(--text);margin:0;"
          + "font:1.125rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}"
          + "header{border-bottom:1px solid var(--line)}"
          + "header>p,main{box-sizing:border-box;margin:0 auto;max-width:56rem;padding:.75rem 1rem}"
          + "header strong,header span{display:block;line-height:1.3}"
          + "header span{color:var(--soft);font-size:1rem}"
          + "h1{font-size:clamp(1.5rem,1.2rem + 1.6vw,2.25rem);font-weight:600;line-height:1.3}"
          + "h1,p{overflow-wrap:anywhere}main p{max-width:65ch}"
          + "a{color:var(--link);display:inline-block;padding:.25rem 0;text-underline-offset:.24em}"
          + ".act a{background:var(--button);border:2px solid var(--button);border-radius:4px;"
          + "color:var(--on-button);padding:.6rem 1.1rem;text-decoration:none}"
          + "a:focus-visible{outline:3px solid var(--text);outline-offset:2px}";

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(Sha256.of(STYLE.getBytes(StandardCharsets.UTF_8)))
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String AGAIN =
      "<p class=\"act\"><a href=\"/login\">Logga in igen</a></p>"
          + "<p><a href=\"/hjalp\">Hjälp att logga in</a></p>";

  private final String municipality;
  private final Map<Ending, String> endings = new EnumMap<>(Ending.class);

  Pages(Settings settings) {
    municipality = escaped(settings.municipalityName());
    String call =
        "<a href=\"tel:"
            + settings.municipalityPhone().replaceAll("[^0-9+]", "")
            + "\">"
            + escaped(settings.municipalityPhone())
            + "</a>, "
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
            "<p class=\"act\"><a href=\"" + path + "\">Fortsätt</a></p>",
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
        + "</style></head><body><header><p><strong>Mina ärenden</strong><span>"
        + municipality
        + "</span></p></header><main><h1>"
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
