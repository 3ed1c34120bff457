package se.insyn.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import se.insyn.domain.testing.Pushes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ses.SesClient;

/** A notice by SES and SNS, on LocalStack alone: the module {@code cloud} runs it. */
class SesSnsIT {

  @Test
  void anEmailAndAnSmsGoOutByWhatSpeaksAsAwsDoes() throws Exception {
    try (var ses =
            SesClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        var board = new Noticeboard().withBoth()) {
      ses.verifyEmailIdentity(verify -> verify.emailAddress("svara-inte@example.se"));
      ses.createConfigurationSet(create -> create.configurationSet(set -> set.name("events")));
      board.comes(Pushes.decision());

      board.tick();
      board.tick();

      assertThat(board.attempts()).containsExactly("notice by email sending", "notice by sms sent");
      assertThat(shown("/_aws/sns/sms-messages?region=eu-north-1"))
          .containsOnlyOnce("Exempelby kommun: Det finns")
          .contains(Noticeboard.PHONE);
      assertThat(shown("/_aws/ses?email=svara-inte@example.se"))
          .contains("Subject: =?UTF-8?B?TWVkZGVsYW5kZSBmcsOlbiBFeGVtcGVsYnkga29tbXVu?=")
          .contains(Noticeboard.MAIL);
    }
  }

  private static String shown(String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var address = URI.create(System.getProperty("localstack") + path);
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }
}
