package se.insyn.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.value.Sha256;
import se.insyn.local.Browser;
import se.insyn.local.Json;

/** Files that citizens hand over, by the calls of their browser. */
public final class OwnFiles {
  private OwnFiles() {}

  /** Says that it has a file, and gets to know how to hand it over. */
  public static Map<String, Object> announce(
      Browser browser, String name, String mediaType, byte[] content) {
    var answer =
        browser.post(
            "/api/attachments",
            Json.text(
                Map.of(
                    "name",
                    name,
                    "mediaType",
                    mediaType,
                    "size",
                    content.length,
                    "sha256",
                    Sha256.hex(content))));
    assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(201);
    return Json.object(answer.body());
  }

  /** The id that a file got. */
  public static String id(Map<String, Object> announced) {
    return String.valueOf(announced.get("id"));
  }

  /** Hands its bytes over as the answer said, and waits until they have been looked at. */
  public static boolean handOver(Map<String, Object> announced, byte[] content) {
    var upload = (Map<?, ?>) Objects.requireNonNull(announced.get("upload"));
    assertThat(Office.lifecare().handOver(upload, content)).isEqualTo(200);
    return Papers.awaitChecks();
  }

  /** How far it has come, and why it is refused. */
  public static String state(Browser browser, String id) {
    var state = Json.object(browser.get("/api/attachments/" + id).body());
    @Nullable Object reason = state.get("reason");
    return state.get("state") + (reason == null ? "" : ": " + reason);
  }

  /** A new message with these files. */
  public static String message(String id, List<Map<String, String>> to, String... files) {
    return Json.text(
        Map.of(
            "id",
            id,
            "to",
            to,
            "subject",
            "Hyran",
            "text",
            "Hej",
            "attachmentIds",
            List.of(files)));
  }
}
