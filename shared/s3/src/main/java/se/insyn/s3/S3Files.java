package se.insyn.s3;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.Files;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.events.Upload;
import se.insyn.domain.events.Uploads;
import se.insyn.domain.messages.AttachmentFiles;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.domain.messages.SeenAttachment;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * {@link Files}, {@link Uploads} and {@link AttachmentFiles} as presigned addresses of one bucket;
 * making one asks nobody.
 */
@Singleton
public final class S3Files implements Files, Uploads, AttachmentFiles {

  private static final Duration TO_UPLOAD = Duration.ofMinutes(5);

  private final S3Addresses addresses;
  private final S3Presigner presigner;
  private final String bucket;

  S3Files(
      S3Addresses addresses,
      S3Presigner presigner,
      @Property(name = "files.bucket") String bucket) {
    this.addresses = addresses;
    this.presigner = presigner;
    this.bucket = bucket;
  }

  @Override
  public URI address(VisibleCase viewed, EventId id, StoredFile file, String title) {
    return addresses.of(
        new FileKey(viewed.id(), id, file.sha256()).checked(),
        file.mediaType(),
        FileName.disposition(file, title));
  }

  @Override
  public URI address(SeenAttachment sent) {
    StoredFile file = sent.attachment().file();
    return addresses.of(
        new AttachmentKey(new AttachmentId(sent.id()), file.sha256()).checked(),
        file.mediaType(),
        FileName.disposition(file, sent.attachment().name()));
  }

  @Override
  public Upload of(CaseId caseId, EventId id, StoredFile file) {
    return to(new FileKey(caseId, id, file.sha256()), file);
  }

  @Override
  public Upload upload(AttachmentId id, StoredFile file) {
    return to(new AttachmentKey(id, file.sha256()), file);
  }

  /**
   * Everything that makes the bytes these and no others is in the signature: their length, type and
   * SHA-256, the place, and that nothing may lie there yet.
   */
  private Upload to(FilePlace place, StoredFile file) {
    String sha256 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
    var put =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(place.incoming())
            .contentLength(file.size())
            .contentType(file.mediaType())
            .checksumSHA256(sha256)
            .ifNoneMatch("*")
            .build();
    PresignedPutObjectRequest signed =
        presigner.presignPutObject(sign -> sign.signatureDuration(TO_UPLOAD).putObjectRequest(put));
    // The signature counts from the beginning of a second, the SDK's word for its end does not.
    Instant expiresAt = signed.expiration().truncatedTo(ChronoUnit.SECONDS);
    return new Upload("PUT", URI.create(signed.url().toString()), headers(signed), expiresAt);
  }

  /** What was signed; the host stands in the address. */
  private static Map<String, String> headers(PresignedPutObjectRequest signed) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.remove("host");
    return headers;
  }
}
