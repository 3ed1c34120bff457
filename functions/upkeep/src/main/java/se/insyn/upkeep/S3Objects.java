package se.insyn.upkeep;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.StoredFile;
import se.insyn.s3.FileKey;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket of the files: what exports are made of, where they go, and what has to leave it. */
@Singleton
final class S3Objects {

  /** Not implemented: what such a store says when it is asked for versions. */
  private static final int KEEPS_NO_VERSIONS = 501;

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
   * Removes the files of a fact, or of a whole case, in all their versions.
   *
   * @param until what was put there later stays
   */
  void removeFiles(CaseId caseId, @Nullable EventId id, Instant until) {
    FileKey.folders(caseId, id).forEach(folder -> remove(folder, until));
  }

  void removeExport(String place) {
    remove(place, Instant.MAX);
  }

  private void remove(String prefix, Instant until) {
    versions(prefix)
        .filter(version -> !version.lastModified().isAfter(until))
        .forEach(
            version ->
                client.deleteObject(
                    delete ->
                        delete.bucket(bucket).key(version.key()).versionId(version.versionId())));
  }

  /** Everything that lies or ever lay there; what marks a deleted object stands for no bytes. */
  private Stream<ObjectVersion> versions(String prefix) {
    try {
      return client
          .listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(prefix))
          .versions()
          .stream()
          .toList()
          .stream();
    } catch (S3Exception e) {
      if (e.statusCode() != KEEPS_NO_VERSIONS) {
        throw e;
      }
      return client
          .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
          .contents()
          .stream()
          .map(S3Objects::onlyVersion);
    }
  }

  private static ObjectVersion onlyVersion(S3Object object) {
    return ObjectVersion.builder().key(object.key()).lastModified(object.lastModified()).build();
  }
}
