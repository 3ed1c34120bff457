package se.insyn.login;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Calls to the provider: two seconds to connect, three for each read, at most 64 KB, JSON and
 * nothing else, never another address than the one that was asked.
 */
@Singleton
final class Wire implements ResourceRetriever {

  private static final int CONNECT_MILLIS = 2000;
  private static final int READ_MILLIS = 3000;
  private static final int MOST_BYTES = 65_536;

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HttpURLConnection connection = open(url);
    try {
      if (connection.getResponseCode() != 200) {
        throw new IOException("status " + connection.getResponseCode());
      }
      return new Resource(body(connection.getInputStream()), connection.getContentType());
    } finally {
      connection.disconnect();
    }
  }

  /** Sends once: what may have arrived is not sent again. */
  HTTPResponse post(HTTPRequest request) throws IOException {
    HttpURLConnection connection = open(request.getURL());
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
          body(status < 400 ? connection.getInputStream() : connection.getErrorStream()));
      return answer;
    } catch (ParseException e) {
      throw new IOException(e);
    } finally {
      connection.disconnect();
    }
  }

  private static HttpURLConnection open(URL url) throws IOException {
    if (!(url.openConnection() instanceof HttpURLConnection connection)) {
      throw new IOException("not an http address");
    }
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }

  private static String body(@Nullable InputStream stream) throws IOException {
    if (stream == null) {
      return "";
    }
    byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("more than " + MOST_BYTES + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
