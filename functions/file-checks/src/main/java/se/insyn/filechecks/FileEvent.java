package se.insyn.filechecks;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.s3.FilePlace;

/**
 * What EventBridge tells of a file: that it arrived, or what the scanner found in it.
 *
 * @param bucket where it lies
 * @param scan the scanner's word; null when it only arrived
 */
record FileEvent(String bucket, ArrivedFile file, @Nullable String scan) {

  private static final String ARRIVED = "aws.s3/Object Created";
  private static final String SCANNED =
      "aws.guardduty/GuardDuty Malware Protection Object Scan Result";

  /** Empty for everything else, and for what does not say all that it must. */
  static Optional<FileEvent> read(byte[] event) {
    if (!(Json.parse(event) instanceof Map<?, ?> told)) {
      return Optional.empty();
    }
    return switch (told.get("source") + "/" + told.get("detail-type")) {
      case ARRIVED ->
          of(
              at(told, "detail", "bucket", "name"),
              at(told, "detail", "object", "key"),
              at(told, "detail", "object", "version-id"),
              null);
      case SCANNED ->
          of(
              at(told, "detail", "s3ObjectDetails", "bucketName"),
              at(told, "detail", "s3ObjectDetails", "objectKey"),
              at(told, "detail", "s3ObjectDetails", "versionId"),
              String.valueOf(at(told, "detail", "scanResultDetails", "scanResultStatus")));
      default -> Optional.empty();
    };
  }

  private static Optional<FileEvent> of(
      @Nullable String bucket,
      @Nullable String key,
      @Nullable String version,
      @Nullable String scan) {
    if (bucket == null || key == null) {
      return Optional.empty();
    }
    return FilePlace.waitingAt(key)
        .map(read -> new FileEvent(bucket, new ArrivedFile(read, version), scan));
  }

  private static @Nullable String at(Map<?, ?> told, String... path) {
    @Nullable Object value = told;
    for (String name : path) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return value instanceof String text ? text : null;
  }
}
