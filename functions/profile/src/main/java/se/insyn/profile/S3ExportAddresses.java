package se.insyn.profile;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import se.insyn.domain.exports.Export;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Where a built export is fetched during the next minute; making the address asks nobody. */
@Singleton
final class S3ExportAddresses {

  private static final Duration TO_FETCH = Duration.ofMinutes(1);

  private final S3Presigner presigner;
  private final String bucket;

  S3ExportAddresses(S3Presigner presigner, @Property(name = "files.bucket") String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  URI of(Export.Content content) {
    var get =
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(content.place())
            .responseContentType("application/zip")
            .responseContentDisposition("attachment; filename=\"insyn.zip\"")
            .responseCacheControl("no-store")
            .build();
    return URI.create(
        presigner
            .presignGetObject(sign -> sign.signatureDuration(TO_FETCH).getObjectRequest(get))
            .url()
            .toString());
  }
}
