package se.insyn.login;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import se.insyn.http.Outgoing;

/** Calls to the provider, which answers with JSON and nothing else. */
@Singleton
final class Wire implements ResourceRetriever {

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    return new Resource(Outgoing.get(url), null);
  }

  /** Sends once: what may have arrived is not sent again. */
  HTTPResponse post(HTTPRequest request) throws IOException {
    HttpURLConnection connection = Outgoing.open(request.getURL());
    try {
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      connection.setRequestProperty("Accept", "application/json");
      connection.getOutputStream().write(request.getBody().getBytes(StandardCharsets.UTF_8));
      int status = connection.getResponseCode();
      var answer = new HTTPResponse(status);
      String type = connection.getContentType();
      if (status >= 500
          || status == 429
          || status / 100 == 3
          || type == null
          || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
        throw new IOException("status " + status);
      }
      answer.setContentType("application/json");
      answer.setBody(
          Outgoing.body(status < 400 ? connection.getInputStream() : connection.getErrorStream()));
      return answer;
    } catch (ParseException e) {
      throw new IOException(e);
    } finally {
      connection.disconnect();
    }
  }
}
