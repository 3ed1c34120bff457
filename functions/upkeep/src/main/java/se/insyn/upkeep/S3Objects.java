package se.insyn.upkeep;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Instant;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.StoredFile;
import se.insyn.s3.FileKey;
import software.amazon.awssdk.services.s3.S3Client;

/** The bucket of the files: what exports are made of, where they go, and what has to leave it. */
@Singleton
final class S3Objects {

  private final S3Client client;
  private final String bucket;

  S3Objects(S3Client client, @Property(name = "files.bucket") String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** The bytes of a checked file; fails when they are gone. */
  InputStream file(CaseId caseId, EventId id, StoredFile file) {
    return client.getObject(
        get -> get.bucket(bucket).key(new FileKey(caseId, id, file.sha256()).checked()));
  }

  /** Somewhere to write; nothing lies there before all of it does. */
  S3Upload upload(String place, String mediaType) {
    return new S3Upload(client, bucket, place, mediaType);
  }

  /**
   * Removes everything whose key begins like this, in all its versions.
   *
   * @param until what was put there later stays
   */
  void remove(String prefix, Instant until) {
    var all = client.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(prefix));
    all.versions().stream()
        .filter(version -> !version.lastModified().isAfter(until))
        .forEach(version -> delete(version.key(), version.versionId()));
    all.deleteMarkers().stream()
        .filter(marker -> !marker.lastModified().isAfter(until))
        .forEach(marker -> delete(marker.key(), marker.versionId()));
  }

  private void delete(String key, String version) {
    client.deleteObject(delete -> delete.bucket(bucket).key(key).versionId(version));
  }
}
