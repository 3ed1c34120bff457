package se.insyn.s3.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * S3Proxy over a folder, started once per process. It checks signatures, expiry and checksums; it
 * knows neither versions nor policies. Or LocalStack, where the property {@code localstack} says
 * that it is, whose buckets keep versions. The settings that lead the SDK to it are the SDK's own,
 * so every client in the process that is built after {@link #start} uses it.
 */
public final class LocalS3 {

  /** Who asks, and their secret: the only ones that LocalStack knows. */
  public static final String KEY = "test";

  private static final String ELSEWHERE = System.getProperty("localstack", "");

  private static @Nullable LocalS3 started;

  private final S3Client client;
  private final AtomicInteger buckets = new AtomicInteger();

  private LocalS3() {
    try {
      System.setProperty("aws.endpointUrlS3", keepsVersions() ? ELSEWHERE : serve());
      System.setProperty("aws.region", "eu-north-1");
      System.setProperty("aws.accessKeyId", KEY);
      System.setProperty("aws.secretAccessKey", KEY);
      client = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String serve() throws Exception {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "s3-");
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, KEY)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .stopTimeout(0)
            .build();
    proxy.start();
    return "http://127.0.0.1:" + proxy.getPort();
  }

  /** Whether buckets keep versions, as the template's does. */
  public static boolean keepsVersions() {
    return !ELSEWHERE.isEmpty();
  }

  public static synchronized LocalS3 start() {
    if (started == null) {
      started = new LocalS3();
    }
    return started;
  }

  public S3Client client() {
    return client;
  }

  /** A bucket of one's own, empty. */
  public String newBucket() {
    String name = "files-" + buckets.incrementAndGet();
    client.createBucket(create -> create.bucket(name));
    if (keepsVersions()) {
      client.putBucketVersioning(
          put ->
              put.bucket(name)
                  .versioningConfiguration(on -> on.status(BucketVersioningStatus.ENABLED)));
    }
    return name;
  }

  /** The settings by which a function finds a bucket. */
  public static Map<String, Object> settings(String bucket) {
    return Map.of("files.bucket", bucket);
  }
}
