package se.insyn.domain.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/** Komplettering begärd: the office asks for something by a day. */
public record InformationRequest(
    Fact fact, String what, LocalDate dueOn, RequestStatus requestStatus) implements CaseEvent {

  static InformationRequest from(Members data) {
    return new InformationRequest(
        Fact.from(data),
        data.text("what", Texts.LONG_LINE),
        data.date("dueOn"),
        data.code("status", RequestStatus.class));
  }

  @Override
  public Kind kind() {
    return Kind.INFORMATION_REQUEST;
  }

  @Override
  public String title() {
    return what;
  }

  @Override
  public String status() {
    return requestStatus.code();
  }

  @Override
  public boolean deservesNotice() {
    return requestStatus == RequestStatus.OPEN;
  }

  @Override
  public @Nullable LocalDate openUntil() {
    return requestStatus == RequestStatus.OPEN ? dueOn : null;
  }

  @Override
  public Shown listed() {
    return new Shown().put("what", what).put("dueOn", dueOn);
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    return new Shown().put("what", what).put("dueOn", dueOn).put("status", requestStatus);
  }
}
