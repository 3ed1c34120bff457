package se.insyn.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import se.insyn.domain.json.Json;

/**
 * The one place where what went wrong becomes an answer, and where the log gets its one line about
 * it: ours by {@link #handle}, the framework's own refusals (no such route, wrong method) by {@link
 * #processResponse}.
 */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class Problems
    implements ExceptionHandler<Throwable, HttpResponse<?>>, ErrorResponseProcessor<byte[]> {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<?> handle(HttpRequest request, Throwable thrown) {
    Problem problem = Problem.from(thrown);
    return answer((HttpRequest<?>) request, problem, HttpResponse.status(problem.status(), null));
  }

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> base) {
    return answer(context.getRequest(), problem(base.code(), context), base);
  }

  private static Problem problem(int status, ErrorContext context) {
    if (status >= 500) {
      return context.getRootCause().map(Problem::from).orElseGet(Problem::broken);
    }
    return switch (status) {
      case 404 -> Problem.notFound();
      case 405 -> Problem.of(405, "method-not-allowed", "This method is not allowed here", null);
      case 415 -> Problem.unsupportedType("This media type is not taken here.");
      default -> Problem.malformed("A part of the request is wrong.");
    };
  }

  private static MutableHttpResponse<byte[]> answer(
      HttpRequest<?> request, Problem problem, MutableHttpResponse<?> base) {
    log(problem);
    problem.headers().forEach(base::header);
    return base.status(problem.status(), null)
        .contentType(Problem.MEDIA_TYPE)
        .body(
            Json.write(problem.document(HttpEvent.call(request).traceId()))
                .getBytes(StandardCharsets.UTF_8));
  }

  private static void log(Problem problem) {
    boolean refusesSomebody = problem.status() == 401 || problem.status() == 403;
    Level level = problem.status() >= 500 ? Level.ERROR : refusesSomebody ? Level.WARN : Level.INFO;
    problem.in(LOG.atLevel(level)).log("refused");
  }
}
