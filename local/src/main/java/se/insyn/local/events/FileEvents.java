package se.insyn.local.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.insyn.local.aws.S3;

/**
 * What S3 and GuardDuty tell of a file that arrived: that it did, and what the scanner found. This
 * scanner knows one virus, the harmless one that all scanners are tried with.
 */
public final class FileEvents {
  private static final String ARRIVING = "incoming/";

  /** Written apart, so that no scanner finds it here. */
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private final S3 s3;
  private final String bucket;
  private final EventBus bus;
  private final Clock clock;

  public FileEvents(S3 s3, String bucket, EventBus bus, Clock clock) {
    this.s3 = s3;
    this.bucket = bucket;
    this.bus = bus;
    this.clock = clock;
  }

  /** Tells of everything that arrives, and once more of what lies there still from last time. */
  public void start() {
    s3.onArrival(this::tell);
    s3.keys(ARRIVING).forEach(this::tell);
  }

  private void tell(String key) {
    if (key.startsWith(ARRIVING)) {
      bus.put(created(key));
      bus.put(scanned(key));
    }
  }

  private Map<String, Object> created(String key) {
    return event(
        "aws.s3",
        "Object Created",
        Map.of(
            "version",
            "0",
            "bucket",
            Map.of("name", bucket),
            "object",
            Map.of("key", key),
            "reason",
            "PutObject"));
  }

  private Map<String, Object> scanned(String key) {
    var found = isMalware(key) ? "THREATS_FOUND" : "NO_THREATS_FOUND";
    return event(
        "aws.guardduty",
        "GuardDuty Malware Protection Object Scan Result",
        Map.of(
            "schemaVersion",
            "1.0",
            "scanStatus",
            "COMPLETED",
            "resourceType",
            "S3_OBJECT",
            "s3ObjectDetails",
            Map.of("bucketName", bucket, "objectKey", key, "s3Throttled", false),
            "scanResultDetails",
            Map.of("scanResultStatus", found)));
  }

  private Map<String, Object> event(String source, String type, Map<String, Object> detail) {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", type);
    event.put("source", source);
    event.put("account", "000000000000");
    event.put("time", clock.instant().toString());
    event.put("region", "eu-north-1");
    event.put("resources", List.of());
    event.put("detail", detail);
    return event;
  }

  private boolean isMalware(String key) {
    try {
      return new String(s3.read(key), US_ASCII).contains(EICAR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
