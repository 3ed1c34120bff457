package se.insyn.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.people.CitizenKeys;
import se.insyn.domain.people.PersonalIdentityNumber;
import software.amazon.awssdk.core.exception.SdkException;

/** The adapter against a service that speaks as much of the protocol as it uses. */
class KmsCitizenKeysTest {

  private static final byte[] KEY =
      "a key that nobody else has".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern MESSAGE = Pattern.compile("\"Message\":\"([^\"]+)\"");

  private HttpServer service;
  private ApplicationContext context;
  private String asked = "";
  private boolean down;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked = target + " " + body;
          byte[] answer =
              (down ? "{\"__type\":\"KMSInternalException\"}" : answer(body))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(down ? 500 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    service.start();
    System.setProperty("aws.endpointUrlKms", "http://127.0.0.1:" + service.getAddress().getPort());
    System.setProperty("aws.region", "eu-north-1");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    context = ApplicationContext.run(Map.of("citizens.key", "alias/citizens"));
  }

  @AfterEach
  void stop() {
    context.close();
    service.stop(0);
    System.clearProperty("aws.endpointUrlKms");
  }

  @Test
  void aCitizenIsTheKeyedHashOfTheNumberUnderTheKeyThatIsSet() {
    var citizen =
        context.getBean(CitizenKeys.class).citizen(new PersonalIdentityNumber("200007169915"));
    assertThat(citizen.key())
        .isEqualTo(
            Base64.getUrlEncoder().withoutPadding().encodeToString(mac("citizen:200007169915"))
                + ".key-1");
    assertThat(asked)
        .startsWith("TrentService.GenerateMac ")
        .contains("\"KeyId\":\"alias/citizens\"", "\"MacAlgorithm\":\"HMAC_SHA_256\"");
  }

  @Test
  void withoutTheServiceThereIsNoCitizen() {
    down = true;
    CitizenKeys keys = context.getBean(CitizenKeys.class);
    var number = new PersonalIdentityNumber("200007169915");
    assertThatThrownBy(() -> keys.citizen(number)).isInstanceOf(SdkException.class);
  }

  private static String answer(String body) {
    var message = MESSAGE.matcher(body);
    if (!message.find()) {
      throw new IllegalArgumentException(body);
    }
    String text = new String(Base64.getDecoder().decode(message.group(1)), StandardCharsets.UTF_8);
    return "{\"Mac\":\""
        + Base64.getEncoder().encodeToString(mac(text))
        + "\",\"KeyId\":\"arn:aws:kms:eu-north-1:000000000000:key/key-1\"}";
  }

  private static byte[] mac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
