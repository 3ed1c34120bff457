package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.insyn.local.LocalInsyn;
import se.insyn.local.issuers.SigningKeys;

/**
 * Rows A26 and A27: a key that nobody has seen before. One test, because the limit has a memory.
 */
class KeyRotationTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final String KEYS = "/citizens/jwks";

  /** Two instances, and each may look twice in half a minute. */
  private static final int MOST_LOOKS = 4;

  @BeforeAll
  static void startOver() {
    People.startOver();
  }

  @AfterEach
  void mend() {
    INSYN.faults().clear();
  }

  @Test
  @DisplayName(
      "A27, A26: a new key is found with one look, an unknown one is not looked for forever")
  void aNewKeyIsFoundAndAnUnknownOneIsNot() {
    INSYN.faults().clear();
    INSYN.keys().rotate();
    assertThat(INSYN.loggedIn(People.ELIAS).isLoggedIn()).isTrue();
    assertThat(INSYN.faults().requests(KEYS)).isEqualTo(1);

    var unknown = SigningKeys.fresh();
    INSYN.faults().idToken(t -> SigningKeys.signed("JWT", t.claims(), unknown).serialize());
    for (int i = 0; i < 10; i++) {
      var browser = INSYN.browser();
      var callback = browser.callback(browser.startLogin("/"), People.ELIAS, Map.of());
      var refusal = Refusal.of(() -> browser.get(callback)).asksForTokens(1);
      assertThat(refusal.answer().statusCode()).isEqualTo(400);
    }
    assertThat(INSYN.faults().requests(KEYS)).isLessThanOrEqualTo(MOST_LOOKS);

    INSYN.faults().idToken(se.insyn.local.issuers.IdToken::signed);
    assertThat(INSYN.loggedIn(People.ELIAS).isLoggedIn()).isTrue();
    assertThat(INSYN.loggedIn(People.ELIAS).isLoggedIn()).isTrue();
  }
}
