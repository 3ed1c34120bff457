package se.insyn.local.hostile;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes requests that are odd in every part, byte for byte. */
final class OddRequests {
  /** Stands for the cookie of a session, which is known only when the request is sent. */
  static final String SESSION = "{session}";

  /** Stands for the token of a system. */
  static final String TOKEN = "{token}";

  private OddRequests() {}

  static Arbitrary<byte[]> all() {
    return Combinators.combine(methods(), targets(), cookies(), headers(), bodies())
        .as(OddRequests::request);
  }

  private static Arbitrary<String> methods() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, Arbitraries.of("GET", "POST", "HEAD", "PUT")),
        net.jqwik.api.Tuple.of(
            1, Arbitraries.of("DELETE", "PATCH", "OPTIONS", "TRACE", "FOO", "get", "M-SEARCH")));
  }

  private static Arbitrary<String> targets() {
    var paths =
        Arbitraries.of(Routes.paths("x", "y")).filter(path -> !path.startsWith("/caseworker"));
    var machine = Arbitraries.of("/caseworker/v1/updates", "/caseworker/v1/cases");
    return Combinators.combine(Arbitraries.oneOf(paths, machine), odd(), queries())
        .as((path, tail, query) -> path + tail + query);
  }

  private static Arbitrary<String> queries() {
    var pair =
        Combinators.combine(
                Arbitraries.of(
                    "limit",
                    "cursor",
                    "case",
                    "from",
                    "to",
                    "kind",
                    "area",
                    "state",
                    "code",
                    "returnTo",
                    "dryRun",
                    "caseNumber",
                    "å",
                    "",
                    "%",
                    "a[b]"),
                odd())
            .as((name, value) -> name + "=" + value);
    return Arbitraries.oneOf(
        Arbitraries.just(""),
        pair.map(one -> "?" + one),
        pair.list().ofMinSize(2).ofMaxSize(4).map(all -> "?" + String.join("&", all)),
        odd().map(text -> "?" + text));
  }

  /** Pieces that a parser of paths, queries or cookies may trip over. */
  private static Arbitrary<String> odd() {
    var piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "%",
                "%2",
                "%zz",
                "%00",
                "%2e%2e%2f",
                "..",
                "//",
                "/./",
                ";",
                ";a=b",
                "%0d%0a",
                "+",
                "%20",
                "%25",
                "%c3%a5",
                "%ff",
                "%ed%a0%80",
                "å",
                "€",
                "{x}",
                "[0]",
                "|",
                "\\",
                "\"",
                "<",
                "^",
                "`",
                "#",
                "&",
                "=",
                ",",
                ":",
                "@",
                "!",
                "*",
                "'",
                "$",
                "~",
                "\u007f"),
            Arbitraries.strings().ascii().excludeChars(' ', '\r', '\n').ofMaxLength(6),
            Arbitraries.strings().alpha().ofMaxLength(12),
            Arbitraries.integers().between(-10, 1_000_000).map(String::valueOf));
    var raw = piece.list().ofMaxSize(4).map(pieces -> String.join("", pieces));
    // What is encoded gets past the server, to the function.
    var encoded = raw.map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8));
    return Arbitraries.oneOf(Arbitraries.just(""), raw, encoded, encoded);
  }

  private static Arbitrary<String> cookies() {
    var cookie =
        Arbitraries.of(
            "__Host-insyn=",
            "__Host-insyn=x",
            "__Host-insyn",
            "a=b",
            "=",
            ";;",
            "__Host-login-0=",
            "__Host-insyn=\"" + "A".repeat(43) + "\"",
            "__Host-insyn=" + "A".repeat(43),
            "$Version=1",
            "__Host-login-0123456789abcdef=9999999999999.x",
            "å=ä",
            "__Host-insyn=" + SESSION,
            "__Host-insyn=" + SESSION,
            "__Host-insyn=" + SESSION);
    return cookie.list().ofMaxSize(7).map(all -> String.join("; ", all));
  }

  private static Arbitrary<String> headers() {
    return Arbitraries.of(
            "X-Insyn: 1",
            "Origin: null",
            "Origin: å",
            "Content-Type: application/json",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: ;;;",
            "Content-Type: application/cloudevents+json",
            "Accept: nothing/at-all",
            "Accept-Language: *;q=x",
            "Authorization: Bearer",
            "Authorization: Bearer å.ä.ö",
            "traceparent: 00-x",
            "Range: bytes=0-",
            "If-None-Match: *",
            "Content-Encoding: gzip",
            "X-Forwarded-For: ', 1",
            "X-HTTP-Method-Override: DELETE",
            "Sec-Fetch-Site: x",
            "X-A:",
            "Authorization: Bearer " + TOKEN,
            "Authorization: Bearer " + TOKEN,
            "Host: evil.example",
            "X-Long: " + "x".repeat(7_000))
        .list()
        .uniqueElements()
        .ofMaxSize(5)
        .map(all -> String.join("\r\n", all));
  }

  private static Arbitrary<byte[]> bodies() {
    return Arbitraries.oneOf(
        Arbitraries.just(new byte[0]),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
        Arbitraries.of(
                "{}", "[]", "null", "{\"a\":", "\ufeff{}", "a=b&c=d", "[[[[[[", "\"\\ud800\"")
            .map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] request(
      String method, String target, String cookies, String headers, byte[] body) {
    var head =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n")
            + (headers.isEmpty() ? "" : headers + "\r\n")
            + (body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n")
            + "\r\n";
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }
}
