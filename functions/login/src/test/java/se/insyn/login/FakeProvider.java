package se.insyn.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.domain.value.Sha256;

/** A provider of the Swedish profile that gives out what a test wants, and is strict with us. */
final class FakeProvider implements AutoCloseable {

  static final String CLIENT = "insyn-test";
  static final String LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3";

  /** An answer instead of the usual one. */
  record Fault(int status, String type, String body) {}

  /** An ID token in the making. */
  static final class Token {
    final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1");
    @Nullable JWSSigner signer;
    UnaryOperator<String> finish = token -> token;
  }

  final HttpServer server;
  final String issuer;
  final List<ECKey> keys = new ArrayList<>(List.of(key("k1")));
  final Map<String, Object> metadata = new HashMap<>();
  final Map<String, Fault> faults = new HashMap<>();
  final List<String> calls = new ArrayList<>();
  final Set<String> statements = new HashSet<>();
  Consumer<Token> change = token -> {};
  Supplier<String> challenge = () -> "";
  Supplier<String> nonce = () -> "";
  @Nullable ECKey clientKey;

  FakeProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    metadata.putAll(
        Map.of(
            "issuer",
            issuer,
            "authorization_endpoint",
            issuer + "/authorize",
            "token_endpoint",
            issuer + "/token",
            "jwks_uri",
            issuer + "/jwks",
            "response_types_supported",
            List.of("code"),
            "subject_types_supported",
            List.of("pairwise"),
            "id_token_signing_alg_values_supported",
            List.of("ES256", "RS256"),
            "claims_parameter_supported",
            true));
    server.createContext("/", this::handle);
    server.start();
  }

  static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(path);
    Fault fault = faults.get(path);
    Fault answer =
        fault != null
            ? fault
            : switch (path) {
              case "/.well-known/openid-configuration" -> json(200, Json.write(metadata));
              case "/jwks" -> json(200, new JWKSet(List.copyOf(keys)).toString());
              case "/token" -> token(body);
              default -> json(404, "{}");
            };
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    if (answer.status() / 100 == 3) {
      exchange.getResponseHeaders().set("Location", issuer + "/elsewhere");
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Fault json(int status, String body) {
    return new Fault(status, "application/json", body);
  }

  /** Strict: code, address, verifier and our statement must all be right. */
  private Fault token(String form) {
    var sent = new HashMap<String, String>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      sent.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    try {
      String challenged =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  Sha256.of(
                      sent.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII)));
      var statement = SignedJWT.parse(sent.getOrDefault("client_assertion", ""));
      var claims = statement.getJWTClaimsSet();
      boolean known =
          clientKey != null
              && statement.verify(new ECDSAVerifier(clientKey.toECPublicKey()))
              && claims.getAudience().equals(List.of(issuer))
              && CLIENT.equals(claims.getIssuer())
              && CLIENT.equals(claims.getSubject())
              && claims.getExpirationTime().toInstant().isBefore(Instant.now().plusSeconds(61))
              && statements.add(claims.getJWTID());
      if (!known) {
        return json(401, "{\"error\":\"invalid_client\"}");
      }
      boolean right =
          "the-code".equals(sent.get("code"))
              && "https://insyn.example.se/login/callback".equals(sent.get("redirect_uri"))
              && challenged.equals(challenge.get());
      return right
          ? json(
              200,
              Json.write(
                  Map.of("access_token", "at", "token_type", "Bearer", "id_token", idToken())))
          : json(400, "{\"error\":\"invalid_grant\"}");
    } catch (Exception e) {
      return json(400, "{\"error\":\"invalid_request\"}");
    }
  }

  private String idToken() throws JOSEException {
    var token = new Token();
    long now = Instant.now().getEpochSecond();
    token.claims.put("iss", issuer);
    token.claims.put("sub", "subject-1");
    token.claims.put("aud", CLIENT);
    token.claims.put("iat", now);
    token.claims.put("exp", now + 300);
    token.claims.put("auth_time", now);
    token.claims.put("nonce", nonce.get());
    token.claims.put("acr", LOA3);
    token.claims.put("name", "Elias Hertzberg");
    token.claims.put(IdentityClaims.PERSONAL, "200007169915");
    change.accept(token);
    var jws = new JWSObject(token.header.build(), new Payload(Json.write(token.claims)));
    jws.sign(token.signer == null ? new ECDSASigner(keys.getFirst()) : token.signer);
    return token.finish.apply(jws.serialize());
  }

  static JWSHeader.Builder header(JWSAlgorithm algorithm, @Nullable String type) {
    var header = new JWSHeader.Builder(algorithm).keyID("k1");
    return type == null ? header : header.type(new JOSEObjectType(type));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
