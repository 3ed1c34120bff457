package se.insyn.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.insyn.domain.value.Unavailable;

class SealTest {

  private final SessionCookie cookie = SessionCookie.random();

  @Test
  void whatIsClosedIsOpenedWithTheSameCookieAlone() {
    String sealed = Seal.NAME.close(cookie, "Åsa-Lena Gustafsson");
    assertThat(Seal.NAME.open(cookie, sealed)).isEqualTo("Åsa-Lena Gustafsson");
    assertThatThrownBy(() -> Seal.NAME.open(SessionCookie.random(), sealed))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> Seal.NUMBER.open(cookie, sealed)).isInstanceOf(Unavailable.class);
  }

  @Test
  void theSameTextIsClosedDifferentlyEachTime() {
    String once = Seal.NAME.close(cookie, "x");
    assertThat(Seal.NAME.close(cookie, "x")).isNotEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "*", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void whatWasNeverClosedIsUnreadable(String sealed) {
    assertThatThrownBy(() -> Seal.NAME.open(cookie, sealed)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aCookieIsOnlyForThisHostAndNoScript() {
    assertThat(cookie.set())
        .isEqualTo(
            "__Host-insyn=" + cookie.value() + "; Path=/; Secure; HttpOnly; SameSite=Strict");
    assertThat(SessionCookie.expire())
        .isEqualTo("__Host-insyn=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict");
    assertThat(cookie.toString()).doesNotContain(cookie.value());
    assertThat(cookie.sessionId()).matches("[0-9a-f]{64}");
  }
}
