package se.insyn.local.issuers;

import java.util.stream.Collectors;
import se.insyn.local.demo.DemoPerson;

/**
 * The page on which one picks who one is: one form per person of the demo, and one for any number.
 */
final class LoginPage {
  private LoginPage() {}

  static String html() {
    var people = DemoPerson.ALL.stream().map(LoginPage::form).collect(Collectors.joining("\n"));
    return """
        <!doctype html>
        <html lang="sv">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Låtsad e-legitimation</title>
        <style>
          body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
          form { margin: .5rem 0 }
          button { font: inherit; text-align: left; width: 100%%; padding: .6rem 1rem }
          input { font: inherit; padding: .4rem }
        </style>
        <h1>Låtsad e-legitimation</h1>
        <p>Här väljer du vem du är. Alla är påhittade.</p>
        %s
        <form method="post">
          <p><label>Ett annat nummer, tolv siffror<br>
          <input name="username" inputmode="numeric" required></label></p>
          <p><label>Egna uppgifter om inloggningen (JSON, får vara tomt)<br>
          <input name="claims" size="40"></label></p>
          <button>Logga in</button>
        </form>
        <form method="post">
          <input type="hidden" name="cancel" value="true">
          <button>Avbryt</button>
        </form>
        </html>
        """
        .formatted(people);
  }

  private static String form(DemoPerson person) {
    return """
        <form method="post">
          <input type="hidden" name="username" value="%s">
          <input type="hidden" name="claims" value="">
          <button><strong>%s</strong> %s<br>%s</button>
        </form>"""
        .formatted(person.number(), person.name(), person.number(), person.sees());
  }
}
