package se.insyn.upkeep;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.s3.AttachmentKey;
import se.insyn.s3.FileKey;
import se.insyn.s3.FilePlace;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket of the files: what exports are made of, where they go, and what has to leave it. */
@Singleton
final class S3Objects {

  /** Not implemented: what such a store says when it is asked for versions. */
  private static final int KEEPS_NO_VERSIONS = 501;

  private static final int GONE = 404;

  /**
   * Something that lies or lay under a key, or marks that it was deleted.
   *
   * @param version null = whatever lies there
   * @param at since when
   */
  record Stored(String key, @Nullable String version, Instant at) {}

  private final S3Client client;
  private final String bucket;

  S3Objects(S3Client client, @Property(name = "files.bucket") String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** The bytes of a checked file; fails when they are gone. */
  InputStream file(FilePlace place) {
    return client.getObject(get -> get.bucket(bucket).key(place.checked()));
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

  /** Removes what a citizen has handed over, in all its versions. */
  void removeAttachment(AttachmentId id) {
    AttachmentKey.folders(id).forEach(folder -> remove(folder, Instant.MAX));
  }

  /** Removes one object in all its versions; what was put there later stays. */
  void removeObject(String key, Instant until) {
    remove(versions(key).filter(version -> version.key().equals(key)), until);
  }

  /** What may be served and was put there last, from behind this key on; null = from the first. */
  List<Stored> served(String prefix, @Nullable String behind, int most) {
    return client
        .listObjectsV2(list -> list.bucket(bucket).prefix(prefix).startAfter(behind).maxKeys(most))
        .contents()
        .stream()
        .map(S3Objects::newest)
        .toList();
  }

  /** Whether the bytes of a checked file are there. */
  boolean has(FilePlace file) {
    try {
      client.headObject(head -> head.bucket(bucket).key(file.checked()));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == GONE) {
        return false;
      }
      throw e;
    }
  }

  private void remove(String prefix, Instant until) {
    remove(versions(prefix), until);
  }

  private void remove(Stream<Stored> versions, Instant until) {
    versions
        .filter(version -> !version.at().isAfter(until))
        .forEach(
            version ->
                client.deleteObject(
                    delete ->
                        delete.bucket(bucket).key(version.key()).versionId(version.version())));
  }

  private Stream<Stored> versions(String prefix) {
    try {
      return client.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(prefix)).stream()
          .flatMap(S3Objects::versions)
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
          .map(S3Objects::newest);
    }
  }

  private static Stream<Stored> versions(ListObjectVersionsResponse page) {
    return Stream.concat(
        page.versions().stream()
            .map(each -> new Stored(each.key(), each.versionId(), each.lastModified())),
        page.deleteMarkers().stream()
            .map(each -> new Stored(each.key(), each.versionId(), each.lastModified())));
  }

  private static Stored newest(S3Object object) {
    return new Stored(object.key(), null, object.lastModified());
  }
}
