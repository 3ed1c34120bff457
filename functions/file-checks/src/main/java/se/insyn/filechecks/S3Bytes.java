package se.insyn.filechecks;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import se.insyn.domain.events.StoredFile;
import se.insyn.s3.FilePlace;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bytes of files in their bucket: those that wait, and those that may be served. */
@Singleton
final class S3Bytes {

  private static final int GONE = 404;

  /** What is asked for a version that marks a deletion. */
  private static final int DELETED = 405;

  private final S3Client client;
  private final String bucket;

  S3Bytes(S3Client client, @Property(name = "files.bucket") String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  boolean areIn(String named) {
    return bucket.equals(named);
  }

  /** The bytes, and one more than {@code most} where there are more; empty when they are gone. */
  Optional<byte[]> read(ArrivedFile file, long most) {
    try (var content =
        client.getObject(
            get -> get.bucket(bucket).key(file.place().incoming()).versionId(file.version()))) {
      byte[] read = content.readNBytes(Math.toIntExact(most) + 1);
      content.abort();
      return Optional.of(read);
    } catch (S3Exception e) {
      if (e.statusCode() == GONE || e.statusCode() == DELETED) {
        return Optional.empty();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the bytes that were looked at where they are served from: these, not those again. */
  void keep(FilePlace place, StoredFile file, byte[] content) {
    client.putObject(
        put ->
            put.bucket(bucket)
                .key(place.checked())
                .contentType(file.mediaType())
                .checksumSHA256(
                    Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()))),
        RequestBody.fromBytes(content));
  }

  /** Forgets bytes that waited. */
  void discard(ArrivedFile file) {
    client.deleteObject(
        delete -> delete.bucket(bucket).key(file.place().incoming()).versionId(file.version()));
  }

  /** Forgets a file that was served of the same place; the store keeps its bytes for a day. */
  void remove(FilePlace place, StoredFile file) {
    String name = place.having(file.sha256()).checked();
    client.deleteObject(delete -> delete.bucket(bucket).key(name));
  }
}
