package se.insyn.caseworkerapi;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import se.insyn.s3.AttachmentKey;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Where a caseworker system fetches what a citizen attached, during the next five minutes. Only
 * what was checked lies there.
 */
@Singleton
final class S3OutboxFiles {

  private static final Duration TO_FETCH = Duration.ofMinutes(5);

  private final S3Presigner presigner;
  private final String bucket;

  S3OutboxFiles(S3Presigner presigner, @Property(name = "files.bucket") String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /** A fresh address; making it asks nobody. */
  String address(AttachmentKey file) {
    var get = GetObjectRequest.builder().bucket(bucket).key(file.checked()).build();
    return presigner
        .presignGetObject(sign -> sign.signatureDuration(TO_FETCH).getObjectRequest(get))
        .url()
        .toString();
  }
}
