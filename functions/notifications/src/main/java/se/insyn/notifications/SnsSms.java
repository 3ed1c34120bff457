package se.insyn.notifications;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import se.insyn.domain.notices.Channel;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** SMS by SNS. What becomes of one is told to nobody but the account's own logs. */
@Singleton
final class SnsSms implements Carrier {

  /** In US dollars: several times what one part costs to Sweden, and too little for a trap. */
  private static final String HIGHEST_PRICE = "0.25";

  private final SnsClient client;
  private final String sender;
  private final List<String> prefixes;

  SnsSms(
      SnsClient client,
      @Property(name = "sms.sender") String sender,
      @Property(name = "sms.prefixes") String prefixes) {
    this.client = client;
    this.sender = sender;
    this.prefixes = List.of(prefixes.split(",", -1));
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Outcome send(String attempt, String address, Text text) {
    if (prefixes.stream().noneMatch(address::startsWith)) {
      // It was confirmed while more of them were allowed.
      return Outcome.NOT_THERE;
    }
    try {
      client.publish(
          sms ->
              sms.phoneNumber(address)
                  .message(text.body())
                  .messageAttributes(
                      Map.of(
                          "AWS.SNS.SMS.SenderID", value("String", sender),
                          "AWS.SNS.SMS.SMSType", value("String", "Transactional"),
                          "AWS.SNS.SMS.MaxPrice", value("Number", HIGHEST_PRICE))));
      return Outcome.TAKEN;
    } catch (SdkException e) {
      return SesOrSnsFault.meaning(e);
    }
  }

  private static MessageAttributeValue value(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }
}
