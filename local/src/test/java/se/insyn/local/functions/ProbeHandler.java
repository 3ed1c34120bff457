package se.insyn.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A function that answers with the event it got; packaged by the tests, it runs as any other. */
public final class ProbeHandler implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = input.readAllBytes();
    if (new String(event, StandardCharsets.UTF_8).contains("/fail")) {
      throw new IllegalStateException("failed on purpose");
    }
    var answer =
        """
        {"statusCode": 201, "headers": {"Content-Type": "application/json"},
         "multiValueHeaders": {"Set-Cookie": ["a=1", "b=2"], "X-Loader": ["%s"]},
         "isBase64Encoded": true, "body": "%s"}"""
            .formatted(
                Thread.currentThread().getContextClassLoader() == getClass().getClassLoader(),
                Base64.getEncoder().encodeToString(event));
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }
}
