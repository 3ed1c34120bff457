package se.insyn.s3;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Where what lies in the bucket is fetched during the next minute, without a login; making an
 * address asks nobody.
 */
@Singleton
public final class S3Addresses {

  private static final Duration TO_FETCH = Duration.ofMinutes(1);

  private final S3Presigner presigner;
  private final String bucket;

  S3Addresses(S3Presigner presigner, @Property(name = "files.bucket") String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /**
   * The address of an object. What the browser is told of it stands in the signature.
   *
   * @param disposition whether it is shown or saved, and under which name (RFC 6266)
   */
  public URI of(String key, String mediaType, String disposition) {
    var get =
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .responseContentType(mediaType)
            .responseContentDisposition(disposition)
            .responseCacheControl("no-store")
            .build();
    return URI.create(
        presigner
            .presignGetObject(sign -> sign.signatureDuration(TO_FETCH).getObjectRequest(get))
            .url()
            .toString());
  }
}
