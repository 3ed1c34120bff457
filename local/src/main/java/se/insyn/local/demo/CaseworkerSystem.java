package se.insyn.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.insyn.local.Json;

/** A caseworker system: fetches a token and pushes. */
public final class CaseworkerSystem {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI portal;
  private final URI tokenEndpoint;
  private final String client;

  /**
   * A client of the systems' issuer.
   *
   * @param portal where the portal answers
   */
  public CaseworkerSystem(URI portal, String issuer, String client) {
    this.portal = portal;
    this.tokenEndpoint = URI.create(issuer + "/token");
    this.client = client;
  }

  /**
   * An access token.
   *
   * @param scope blank for all
   */
  public String token(String scope) throws IOException, InterruptedException {
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=local%s"
            .formatted(client, scope.isBlank() ? "" : "&scope=" + scope.replace(" ", "%20"));
    var answer =
        CLIENT.send(
            HttpRequest.newBuilder(tokenEndpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("no token: " + answer.body());
    }
    return String.valueOf(Json.object(answer.body()).get("access_token"));
  }

  /** Pushes one event, or an array of them as a batch. */
  public HttpResponse<String> push(String json) throws IOException, InterruptedException {
    return push(json, "", token(""));
  }

  /**
   * Pushes with that token.
   *
   * @param query with its question mark, or empty
   */
  public HttpResponse<String> push(String json, String query, String token)
      throws IOException, InterruptedException {
    var type = Json.value(json) instanceof List ? "cloudevents-batch+json" : "cloudevents+json";
    return send(
        HttpRequest.newBuilder(portal.resolve("/caseworker/v1/updates" + query))
            .header("Content-Type", "application/" + type)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(json)));
  }

  /**
   * Hands over a file, exactly as the answer to its push says.
   *
   * @param upload that member of the answer
   */
  public HttpResponse<String> upload(Map<?, ?> upload, byte[] content)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(String.valueOf(upload.get("url"))))
            .method(String.valueOf(upload.get("method")), BodyPublishers.ofByteArray(content));
    var headers = (Map<?, ?>) Objects.requireNonNull(upload.get("headers"), "headers");
    headers.forEach(
        (name, value) -> {
          // The client says the length itself: that of what it sends.
          if (!"content-length".equals(name)) {
            request.header(name.toString(), value.toString());
          }
        });
    return send(request);
  }

  /** Asks for anything of the caseworkers' interface. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(portal.resolve(path))
            .header("Authorization", "Bearer " + token("")));
  }

  /** Sends a request as it stands. */
  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
