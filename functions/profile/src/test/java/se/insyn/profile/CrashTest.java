package se.insyn.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import se.insyn.domain.notices.Channel;
import se.insyn.domain.notices.ChannelState;
import se.insyn.dynamodb.testing.Crash;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.dynamodb.testing.Portal;

/**
 * A call that is killed before any of its calls to tables, and so after the one before, and comes
 * again: what is there is what one call would have left, and no second code goes out.
 */
class CrashTest {

  @Test
  void anAddressIsChangedAndOneCodeWaits() {
    survives(
        me -> {
          me.has(Channel.EMAIL, Me.OTHER_EMAIL, ChannelState.CONFIRMED);
          me.logInAgain();
        },
        me -> me.change(Me.body(Me.PHONE, Me.EMAIL)),
        Set.of(200),
        me ->
            List.of(
                me.show().json(),
                me.names(me.municipality.tables().notices(), "item").sorted().toList(),
                me.acts()));
  }

  @Test
  void anAddressIsConfirmedAndItsSystemHearsOfItOnce() {
    survives(
        me -> me.change(Me.body(Me.PHONE, null)),
        me -> me.confirm(Channel.SMS, me.code(Channel.SMS)),
        // A code counts once: where the first call came through, the second is told so.
        Set.of(204, 422),
        me ->
            List.of(
                me.show().json(), me.outbox(Municipality.LIFECARE), me.acts(), me.citizensItems()));
  }

  @Test
  void anExportIsOrderedOnce() {
    survives(
        me -> {},
        me -> me.browser.post("/api/exports"),
        Set.of(202),
        me ->
            me.names(me.municipality.tables().citizens(), "item")
                .map(item -> item.replaceAll("#.*", ""))
                .sorted()
                .toList());
  }

  private static void survives(
      Consumer<Me> before,
      Function<Me, Portal.Answer> call,
      Set<Integer> statuses,
      Function<Me, Object> left) {
    Object faultless = null;
    int calls = 0;
    boolean isKilled = true;
    while (isKilled) {
      try (var me = new Me()) {
        before.accept(me);
        if (faultless == null) {
          assertThat(call.apply(me).status()).isIn(statuses);
          faultless = left.apply(me);
        } else {
          int last = calls;
          isKilled = Crash.after(last, () -> assertThat(call.apply(me)).isNotNull()) > last;
          assertThat(call.apply(me).status()).as("killed after %d calls", calls).isIn(statuses);
          assertThat(left.apply(me)).as("killed after %d calls", calls).isEqualTo(faultless);
          calls++;
        }
      }
    }
    assertThat(calls).isGreaterThan(4);
  }
}
