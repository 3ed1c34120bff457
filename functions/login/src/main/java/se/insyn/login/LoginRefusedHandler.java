package se.insyn.login;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a login that ends without a session becomes a page and a line in the log. */
@Singleton
final class LoginRefusedHandler implements ExceptionHandler<LoginRefused, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(LoginRefusedHandler.class);

  private final Pages pages;

  LoginRefusedHandler(Pages pages) {
    this.pages = pages;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<?> handle(HttpRequest request, LoginRefused refused) {
    LOG.atLevel(refused.level())
        .addKeyValue("reason", refused.reason())
        .addKeyValue("status", refused.ending().status())
        .setCause(refused.getCause())
        .log("login ended without a session");
    MutableHttpResponse<String> page = pages.of(refused.ending());
    return refused.pendingId() == null
        ? page
        : page.header("Set-Cookie", LoginCookie.expire(refused.pendingId()));
  }
}
