package se.insyn.notifications;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Clock;
import se.insyn.domain.notices.Channel;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;

/** E-mail by SES. Its events come by the configuration set and name the attempt by its tag. */
@Singleton
final class SesMail implements Carrier {

  private final SesClient client;
  private final String from;
  private final String configurationSet;
  private final Clock clock;

  SesMail(
      SesClient client,
      @Property(name = "email.from") String from,
      @Property(name = "email.configuration.set") String configurationSet,
      Clock clock) {
    this.client = client;
    this.from = from;
    this.configurationSet = configurationSet;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Outcome send(String attempt, String address, Text text) {
    if (!RawMail.isAddress(address)) {
      return Outcome.NOT_THERE;
    }
    byte[] mail = RawMail.bytes(from, address, text, clock.instant());
    try {
      client.sendRawEmail(
          send ->
              send.source(from)
                  .destinations(address)
                  .rawMessage(raw -> raw.data(SdkBytes.fromByteArray(mail)))
                  .configurationSetName(configurationSet)
                  .tags(MessageTag.builder().name(Feedback.TAG).value(attempt).build()));
      return Outcome.TAKEN;
    } catch (SdkException e) {
      return SesOrSnsFault.meaning(e);
    }
  }
}
