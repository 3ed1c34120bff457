package se.insyn.local.aws;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import se.insyn.local.template.Permission;

/** A stand-in that speaks as much of SNS as an SMS needs. */
public final class Sns extends Provider {
  private final Consumer<SentMessage> sent;
  private final Clock clock;

  private Sns(Consumer<SentMessage> sent, Clock clock) throws IOException {
    super("Publish");
    this.sent = sent;
    this.clock = clock;
  }

  /** Starts it; what goes out is handed on. */
  public static Sns start(Consumer<SentMessage> sent, Clock clock) throws IOException {
    var sns = new Sns(sent, clock);
    sns.listen();
    return sns;
  }

  @Override
  String to(QueryForm form) {
    return form.value("PhoneNumber");
  }

  @Override
  List<Permission> permissions(QueryForm form) {
    return List.of(new Permission("sns:Publish", "numbers"));
  }

  @Override
  void take(QueryForm form, String id) {
    sent.accept(
        new SentMessage("sms", to(form), null, form.value("Message"), clock.instant().toString()));
  }
}
