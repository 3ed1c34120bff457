package se.insyn.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;

/** What the framework is shown of a call: its method and its path. The rest stays in the call. */
final class HttpEvent extends APIGatewayProxyRequestEvent {

  private static final long serialVersionUID = 1L;

  private final transient Call call;

  HttpEvent(Call call) {
    this.call = call;
    setHttpMethod(call.method());
    setPath(call.path());
  }

  /** The call behind a request of the framework. */
  static Call call(HttpRequest<?> request) {
    if (request instanceof ServletHttpRequest<?, ?> servlet
        && servlet.getNativeRequest() instanceof HttpEvent event) {
      return event.call;
    }
    throw new IllegalStateException("a request that did not come through HttpFunction");
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
