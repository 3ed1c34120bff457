package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import se.insyn.local.Browser;
import se.insyn.local.LocalInsyn;

/**
 * Requests as no browser sends them, byte for byte: never a 5xx, never a connection that hangs,
 * nothing stored.
 */
class OddRequestsTest {
  private static final LocalInsyn INSYN = LocalInsyn.shared();
  private static final int PATIENCE_MILLIS = 20_000;

  private Office office = Office.lifecare();
  private Browser browser = INSYN.browser();
  private String before = "";

  @BeforeProperty
  void startOver() {
    office = People.startOver();
    browser = INSYN.loggedIn(People.ELIAS);
    before = StoredItems.snapshot();
  }

  @AfterProperty
  void nothingIsStoredAndAllIsWell() {
    assertThat(StoredItems.snapshot()).isEqualTo(before);
    assertThat(browser.get("/api/start").statusCode()).isEqualTo(200);
  }

  @Property(tries = 500, seed = "20261120", edgeCases = EdgeCasesMode.NONE)
  void anOddRequestIsAnsweredOrTheConnectionClosed(@ForAll("requests") byte[] request)
      throws IOException {
    long mark = INSYN.logMark();
    var status = status(known(request));
    assertThat(INSYN.loggedSince(mark).toString()).doesNotContain("last-wall", "\"internal\"");
    assertThat(status.orElse(400)).isBetween(200, 499);
  }

  private byte[] known(byte[] request) {
    return new String(request, StandardCharsets.ISO_8859_1)
        .replace(OddRequests.SESSION, String.valueOf(browser.cookie("__Host-insyn")))
        .replace(OddRequests.TOKEN, office.token())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The status of the answer; empty where the connection was closed without one. */
  private static Optional<Integer> status(byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), INSYN.origin().getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.isEmpty()
          ? Optional.empty()
          : Optional.of(Integer.parseInt(List.of(answer.split(" ", 3)).get(1)));
    }
  }

  @Provide
  Arbitrary<byte[]> requests() {
    return OddRequests.all();
  }
}
