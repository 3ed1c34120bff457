package se.insyn.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.events.Upload;
import se.insyn.domain.testing.Household;
import se.insyn.s3.testing.LocalS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * H05, H07 and H21: an address takes exactly what was announced, gives exactly what was checked as
 * what it is, and does so for a while.
 */
class S3FilesTest {

  private static final LocalS3 S3 = LocalS3.start();
  private static final String BUCKET = S3.newBucket();
  private static final VisibleCase SEEN = Household.seenBy("P1");
  private static final byte[] BYTES = "%PDF-1.4 a letter".getBytes(UTF_8);
  private static final StoredFile FILE = file(BYTES);

  private static final DateTimeFormatter SIGNED_AT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");

  private static final S3Presigner PRESIGNER = S3Presigner.create();

  private final S3Files files = new S3Files(new S3Addresses(PRESIGNER, BUCKET), PRESIGNER, BUCKET);
  private final EventId id = new EventId("DOK-" + UUID.randomUUID());
  private final Upload upload = files.of(SEEN.id(), id, FILE);

  @Test
  void anUploadIsForFiveMinutesAndNamesEverythingThatIsSigned() {
    assertThat(upload.method()).isEqualTo("PUT");
    assertThat(upload.headers().keySet())
        .containsExactly(
            "content-length", "content-type", "if-none-match", "x-amz-checksum-sha256");
    assertThat(upload.url().getQuery())
        .contains("X-Amz-Expires=300")
        .contains("content-length;content-type;host;if-none-match;x-amz-checksum-sha256");
    assertThat(Duration.between(Instant.now(), upload.expiresAt()))
        .isBetween(Duration.ofSeconds(290), Duration.ofMinutes(5));
    String signedAt = upload.url().getQuery().replaceFirst(".*X-Amz-Date=([0-9TZ]+).*", "$1");
    assertThat(upload.expiresAt())
        .isEqualTo(SIGNED_AT.parse(signedAt, Instant::from).plusSeconds(300));
  }

  @Test
  void exactlyTheBytesThatWereAnnouncedComeInAndOnlyOnce() throws Exception {
    assertThat(put(upload, BYTES)).isEqualTo(200);
    assertThat(put(upload, BYTES)).isEqualTo(412);

    String key = new FileKey(SEEN.id(), id, FILE.sha256()).incoming();
    var stored = S3.client().getObjectAsBytes(get -> get.bucket(BUCKET).key(key));
    assertThat(stored.asByteArray()).isEqualTo(BYTES);
    assertThat(stored.response().contentType()).isEqualTo("application/pdf");
  }

  @Test
  void oneByteMoreOrLessIsRefused() throws Exception {
    assertThat(put(upload, "%PDF-1.4 a letter.".getBytes(UTF_8))).isEqualTo(403);
    assertThat(put(upload, "%PDF-1.4 a lette".getBytes(UTF_8))).isEqualTo(403);
    assertThat(put(upload, new byte[0])).isEqualTo(403);
  }

  @Test
  void otherBytesOfTheSameLengthAreRefused() throws Exception {
    assertThat(put(upload, "%PDF-1.4 A letter".getBytes(UTF_8))).isEqualTo(400);
  }

  @Test
  void everySignedHeaderMustBeThereAsItIs() throws Exception {
    String otherSum = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    assertThat(put(changed("content-type", "text/html"), BYTES)).isEqualTo(403);
    assertThat(put(changed("x-amz-checksum-sha256", otherSum), BYTES)).isEqualTo(403);
    assertThat(put(changed("if-none-match", "x"), BYTES)).isEqualTo(403);
    for (String name : upload.headers().keySet()) {
      if (!name.equals("content-length")) {
        assertThat(put(without(name), BYTES)).as(name).isEqualTo(403);
      }
    }
  }

  @Test
  void anAddressIsForOnePlaceOneTimeAndOneMethod() throws Exception {
    assertThat(put(at("/DOK-", "/DOX-"), BYTES)).isEqualTo(403);
    assertThat(put(at("/incoming/", "/cases/"), BYTES)).isEqualTo(403);
    assertThat(put(at("X-Amz-Expires=300", "X-Amz-Expires=301"), BYTES)).isEqualTo(403);
    assertThat(put(at("X-Amz-Date=20", "X-Amz-Date=21"), BYTES)).isEqualTo(403);
    assertThat(send(HttpRequest.newBuilder(upload.url()).DELETE())).isEqualTo(403);
    assertThat(send(HttpRequest.newBuilder(upload.url()))).isEqualTo(403);
  }

  @Test
  void aCheckedFileIsFetchedForAMinuteUnderItsTitleAndKeptNowhere() throws Exception {
    keep();
    URI address = files.address(SEEN, id, FILE, "Utredning – Åsa");

    var answer = get(address);
    assertThat(answer.body()).isEqualTo(BYTES);
    assertThat(answer.headers().map())
        .containsEntry("content-type", List.of("application/pdf"))
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry(
            "content-disposition",
            List.of(
                "inline; filename=\"Utredning _ Asa.pdf\";"
                    + " filename*=UTF-8''Utredning%20%E2%80%93%20%C3%85sa.pdf"));
    assertThat(address.getQuery()).contains("X-Amz-Expires=60");
  }

  @Test
  void anAddressThatWasChangedLeadsNowhere() throws Exception {
    keep();
    String address = files.address(SEEN, id, FILE, "Utredning").toString();

    for (var change :
        Map.of(
                "X-Amz-Expires=60", "X-Amz-Expires=600",
                "inline", "attachment",
                "application%2Fpdf", "text%2Fhtml",
                "no-store", "public",
                "/DOK-", "/DOX-")
            .entrySet()) {
      assertThat(address).contains(change.getKey());
      var changed = URI.create(address.replace(change.getKey(), change.getValue()));
      assertThat(get(changed).statusCode()).as(change.getKey()).isEqualTo(403);
    }
  }

  @Test
  void anAddressIsWorthNothingWhenItsTimeIsOver() throws Exception {
    keep();
    URI address = files.address(SEEN, id, FILE, "Utredning – Åsa");
    assertThat(get(fetchedAfter(50, address)).statusCode()).isEqualTo(200);
    assertThat(get(fetchedAfter(62, address)).statusCode()).isEqualTo(403);

    assertThat(put(usedAfter(302), BYTES)).isEqualTo(403);
    assertThat(put(usedAfter(290), BYTES)).isEqualTo(200);
  }

  @Test
  void bytesThatNobodyHasCheckedAreFetchedByNoAddress() throws Exception {
    assertThat(put(upload, BYTES)).isEqualTo(200);

    assertThat(get(files.address(SEEN, id, FILE, "Utredning")).statusCode()).isEqualTo(404);
  }

  @Test
  void anIdOfDotsIsAPlaceOfItsOwn() throws Exception {
    for (String dots : new String[] {".", "..", "..."}) {
      var own = new EventId(dots);
      assertThat(put(files.of(new CaseId("b".repeat(32)), own, FILE), BYTES)).isEqualTo(200);
      assertThat(put(files.of(new CaseId("b".repeat(32)), own, FILE), BYTES)).isEqualTo(412);
    }
  }

  private static URI fetchedAfter(int seconds, URI address) {
    return SignedEarlier.by(Duration.ofSeconds(seconds), SdkHttpMethod.GET, address, Map.of());
  }

  private Upload usedAfter(int seconds) {
    return new Upload(
        "PUT",
        SignedEarlier.by(
            Duration.ofSeconds(seconds), SdkHttpMethod.PUT, upload.url(), upload.headers()),
        upload.headers(),
        upload.expiresAt());
  }

  private void keep() {
    S3.client()
        .putObject(
            put ->
                put.bucket(BUCKET)
                    .key(new FileKey(SEEN.id(), id, FILE.sha256()).checked())
                    .contentType("text/html"),
            RequestBody.fromBytes(BYTES));
  }

  private Upload changed(String header, String value) {
    var headers = new LinkedHashMap<>(upload.headers());
    headers.put(header, value);
    return new Upload("PUT", upload.url(), headers, upload.expiresAt());
  }

  private Upload without(String header) {
    var headers = new LinkedHashMap<>(upload.headers());
    headers.remove(header);
    return new Upload("PUT", upload.url(), headers, upload.expiresAt());
  }

  private Upload at(String part, String other) {
    String url = upload.url().toString();
    assertThat(url).contains(part);
    return new Upload(
        "PUT", URI.create(url.replace(part, other)), upload.headers(), upload.expiresAt());
  }

  private static int put(Upload upload, byte[] body) throws Exception {
    var request = HttpRequest.newBuilder(upload.url()).PUT(BodyPublishers.ofByteArray(body));
    // The length is that of the body, whoever sends it.
    upload.headers().forEach((name, value) -> add(request, name, value));
    return send(request);
  }

  private static void add(HttpRequest.Builder request, String name, String value) {
    if (!name.equals("content-length")) {
      request.header(name, value);
    }
  }

  private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  private static HttpResponse<byte[]> get(URI address) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    }
  }

  private static StoredFile file(byte[] bytes) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new StoredFile(StoredFile.PDF, bytes.length, HexFormat.of().formatHex(sha256));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
