package se.insyn.local.aws;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import se.insyn.local.Json;
import se.insyn.local.template.Permission;

/** A stand-in that speaks as much of KMS as the functions ask of it. */
public final class Kms implements AutoCloseable {
  private final HttpServer server;
  private final KmsKeys keys;
  private final List<Permission> needed = new CopyOnWriteArrayList<>();
  private volatile boolean isDown;

  private Kms(HttpServer server, KmsKeys keys) {
    this.server = server;
    this.keys = keys;
  }

  public static Kms start(KmsKeys keys) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var kms = new Kms(HttpServer.create(address, 0), keys);
    kms.server.createContext("/", kms::handle);
    kms.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    kms.server.start();
    return kms;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What a policy must allow for each call since the start, in their order. */
  public List<Permission> needed() {
    return List.copyOf(needed);
  }

  /** While down, every call is answered with an internal error. */
  public void down(boolean isDown) {
    this.isDown = isDown;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      var request = Json.object(exchange.getRequestBody().readAllBytes());
      if (isDown) {
        send(exchange, 500, Map.of("__type", "KMSInternalException"));
      } else {
        answer(exchange, target, request);
      }
    }
  }

  private void answer(HttpExchange exchange, String target, Map<String, Object> request)
      throws IOException {
    try {
      send(exchange, 200, answer(target, request));
    } catch (Refused e) {
      send(exchange, 400, Map.of("__type", e.type, "message", e.type));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, Map<String, Object> answer)
      throws IOException {
    var body = Json.bytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private Map<String, Object> answer(String target, Map<String, Object> request)
      throws GeneralSecurityException, JOSEException, Refused {
    var id = String.valueOf(request.get("KeyId"));
    needed.add(new Permission(target.replace("TrentService.", "kms:"), id));
    return switch (target) {
      case "TrentService.GenerateMac" -> mac(id, request);
      case "TrentService.Sign" -> signature(id, request);
      case "TrentService.GetPublicKey" -> publicKey(id);
      case "TrentService.DescribeKey" -> description(id);
      default -> throw new Refused("UnknownOperationException");
    };
  }

  private Map<String, Object> mac(String id, Map<String, Object> request)
      throws GeneralSecurityException, Refused {
    require(request, "MacAlgorithm", "HMAC_SHA_256");
    var key = keys.hmac(id);
    if (key == null) {
      throw new Refused("NotFoundException");
    }
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(key.toSecretKey("HmacSHA256"));
    return Map.of(
        "KeyId", arn(key.getKeyID()),
        "MacAlgorithm", "HMAC_SHA_256",
        "Mac", encoded(mac.doFinal(bytes(request, "Message"))));
  }

  private Map<String, Object> signature(String id, Map<String, Object> request)
      throws GeneralSecurityException, JOSEException, Refused {
    require(request, "SigningAlgorithm", "ECDSA_SHA_256");
    var isDigest = "DIGEST".equals(request.get("MessageType"));
    var signature = Signature.getInstance(isDigest ? "NONEwithECDSA" : "SHA256withECDSA");
    var key = signing(id);
    signature.initSign(key.toECPrivateKey());
    signature.update(bytes(request, "Message"));
    return Map.of(
        "KeyId", arn(key.getKeyID()),
        "SigningAlgorithm", "ECDSA_SHA_256",
        "Signature", encoded(signature.sign()));
  }

  private Map<String, Object> publicKey(String id) throws JOSEException, Refused {
    var key = signing(id);
    return Map.of(
        "KeyId", arn(key.getKeyID()),
        "PublicKey", encoded(key.toECPublicKey().getEncoded()),
        "KeySpec", "ECC_NIST_P256",
        "KeyUsage", "SIGN_VERIFY",
        "SigningAlgorithms", List.of("ECDSA_SHA_256"));
  }

  private Map<String, Object> description(String id) throws Refused {
    OctetSequenceKey hmac = keys.hmac(id);
    var keyId = hmac == null ? signing(id).getKeyID() : hmac.getKeyID();
    return Map.of(
        "KeyMetadata",
        Map.of("KeyId", keyId, "Arn", arn(keyId), "Enabled", true, "KeyState", "Enabled"));
  }

  private ECKey signing(String id) throws Refused {
    var key = keys.signing(id);
    if (key == null) {
      throw new Refused("NotFoundException");
    }
    return key;
  }

  private static void require(Map<String, Object> request, String member, String value)
      throws Refused {
    if (!value.equals(request.get(member))) {
      throw new Refused("ValidationException");
    }
  }

  private static byte[] bytes(Map<String, Object> request, String member) {
    return Base64.getDecoder().decode(String.valueOf(request.get(member)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String arn(String keyId) {
    return "arn:aws:kms:eu-north-1:000000000000:key/" + keyId;
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final String type;

    Refused(String type) {
      super(type);
      this.type = type;
    }
  }
}
