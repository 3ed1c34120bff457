package se.insyn.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/arenden",
        "/handelser/BES-1",
        "/handelser?kind=decision&limit=10",
        "/a/b/c/",
        "/loginhjalp",
        "/apiary",
        "/a.b"
      })
  void anOwnPathIsKept(String path) {
    assertThat(ReturnTo.of(List.of(path))).isEqualTo(new ReturnTo(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "//evil",
        "///evil",
        "/\\evil",
        "\\\\evil",
        "https:evil",
        "https://evil",
        "javascript:alert(1)",
        "data:text/html,x",
        "/%0d%0aSet-Cookie:x=1",
        "/a\r\nb",
        "/a b",
        "/%2f/evil",
        "/a//b",
        "/..",
        "/../x",
        "/a/../b",
        "/.",
        "/a#b",
        "/<x>",
        "/\"x",
        "/å",
        "/a;url=//evil",
        "/@evil",
        "/a?b?c",
        "/a?next=//evil",
        "/login",
        "/login?returnTo=/login",
        "/login/callback",
        "/logout",
        "/api",
        "/api/session",
        "/caseworker/v1/updates",
        "\u0000",
        " /a",
        "/a "
      })
  void anythingElseIsTheStartPage(String path) {
    assertThat(ReturnTo.of(List.of(path))).isEqualTo(ReturnTo.START);
  }

  @Test
  void oneThatIsTooLongOrComesTwiceIsTheStartPage() {
    assertThat(ReturnTo.of(List.of("/" + "a".repeat(200)))).isEqualTo(ReturnTo.START);
    assertThat(ReturnTo.of(List.of("/a", "/a"))).isEqualTo(ReturnTo.START);
    assertThat(ReturnTo.of(List.of())).isEqualTo(ReturnTo.START);
  }

  @Test
  void aHostileOneIsReadInNoTime() {
    String hostile = "/" + "a-".repeat(95) + "!";
    assertThat(ReturnTo.of(List.of(hostile))).isEqualTo(ReturnTo.START);
  }
}
