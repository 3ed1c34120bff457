package se.insyn.caseworkerapi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An authorization server with its metadata and keys, which also signs what no real one would. */
final class AuthorizationServer implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger keyFetches = new AtomicInteger();
  private ECKey key = newKey("k1");
  private int status = 200;
  private int statusOfKeys = 200;
  private String slash = "";
  private @Nullable String keysAt;

  AuthorizationServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/systems/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer(), keysAt()),
                status));
    server.createContext(
        "/systems/jwks",
        exchange -> {
          keyFetches.incrementAndGet();
          answer(exchange, keys(), Math.max(status, statusOfKeys));
        });
    server.createContext("/systems/elsewhere", exchange -> answer(exchange, keys(), 200));
    server.start();
  }

  String issuer() {
    return root() + slash;
  }

  private String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/systems";
  }

  private String keysAt() {
    return keysAt == null ? root() + "/jwks" : keysAt;
  }

  String keys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** Its name ends in a slash. */
  void endInASlash() {
    slash = "/";
  }

  /** The metadata name another address for the keys. */
  void putKeysAt(String address) {
    keysAt = address;
  }

  /** The address of the keys sends on to another, where they are too. */
  void sendElsewhere() {
    statusOfKeys = 302;
  }

  void breakDownOfKeys() {
    statusOfKeys = 500;
  }

  int keyFetches() {
    return keyFetches.get();
  }

  void breakDown() {
    status = 500;
  }

  ECKey key() {
    return key;
  }

  static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  void rotate() {
    key = newKey("k2");
  }

  JWTClaimsSet.Builder claims() {
    Instant now = TestBeans.START;
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience("insyn")
        .subject("lifecare")
        .claim("client_id", "lifecare")
        .claim("scope", "updates outbox")
        .jwtID("j1")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  String token() {
    return token(UnaryOperator.identity());
  }

  String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(key, "at+jwt", change.apply(claims()).build());
  }

  static String signed(ECKey with, String type, JWTClaimsSet claims) {
    try {
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType(type))
                  .keyID(with.getKeyID())
                  .build(),
              claims);
      jwt.sign(new ECDSASigner(with));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed with the public key as if it were a shared secret. */
  String confused() {
    try {
      byte[] secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256)
                  .type(new JOSEObjectType("at+jwt"))
                  .keyID(key.getKeyID())
                  .build(),
              claims().build());
      jwt.sign(new MACSigner(secret));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String unsigned() {
    return new PlainJWT(claims().build()).serialize();
  }

  private void answer(HttpExchange exchange, String json, int status) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (status == 302) {
      exchange.getResponseHeaders().set("Location", root() + "/elsewhere");
    }
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
