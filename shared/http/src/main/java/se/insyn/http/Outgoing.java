package se.insyn.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Calls to somebody else's server: two seconds to connect, three for each read, at most 64 KB,
 * never another address than the one that was asked.
 */
public final class Outgoing {

  private static final int CONNECT_MILLIS = 2000;
  private static final int READ_MILLIS = 3000;
  private static final int MOST_BYTES = 65_536;

  private Outgoing() {}

  /**
   * What stands at an address.
   *
   * @throws IOException also when the answer is anything but 200
   */
  public static String get(URL url) throws IOException {
    HttpURLConnection connection = open(url);
    try {
      if (connection.getResponseCode() != 200) {
        throw new IOException("status " + connection.getResponseCode());
      }
      return body(connection.getInputStream());
    } finally {
      connection.disconnect();
    }
  }

  /** A call to an address, not yet begun. */
  public static HttpURLConnection open(URL url) throws IOException {
    if (!(url.openConnection() instanceof HttpURLConnection connection)) {
      throw new IOException("not an http address");
    }
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }

  /** The text of an answer; empty when it has none. */
  public static String body(@Nullable InputStream stream) throws IOException {
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
