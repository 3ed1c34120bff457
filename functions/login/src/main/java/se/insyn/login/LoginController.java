package se.insyn.login;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import se.insyn.http.Call;

/** Logga in: to the identity provider and back. */
@Controller("/login")
final class LoginController {

  private final Logins logins;
  private final Pages pages;

  LoginController(Logins logins, Pages pages) {
    this.logins = logins;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> begin(Call call) {
    Logins.Begun begun = logins.begin(call);
    var answer = HttpResponse.seeOther(begun.address()).header("Set-Cookie", begun.cookie());
    LoginCookie.makeRoom(call).forEach(expired -> answer.header("Set-Cookie", expired));
    return answer;
  }

  /**
   * Answers with a page that goes on by itself: the session's cookie is for our own site alone, and
   * would not come along on a redirect that another site began.
   */
  @Get("/callback")
  HttpResponse<?> complete(Call call) {
    Logins.Opened opened = logins.complete(call);
    return pages
        .goOn(opened.returnTo())
        .header("Set-Cookie", opened.cookie().set())
        .header("Set-Cookie", LoginCookie.expire(opened.pendingId()));
  }
}
