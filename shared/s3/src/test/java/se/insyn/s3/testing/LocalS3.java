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

/**
 * S3Proxy over a folder, started once per process. It checks signatures, expiry and checksums; it
 * knows neither versions nor policies. The settings that lead the SDK to it are the SDK's own, so
 * every client in the process that is built after {@link #start} uses it.
 */
public final class LocalS3 {

  private static @Nullable LocalS3 started;

  private final S3Client client;
  private final AtomicInteger buckets = new AtomicInteger();

  private LocalS3() {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "s3-");
      S3Proxy proxy =
          S3Proxy.builder()
              .blobStore(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()))
              .awsAuthentication(AuthenticationType.AWS_V4, "local", "local")
              .endpoint(URI.create("http://127.0.0.1:0"))
              .stopTimeout(0)
              .build();
      proxy.start();
      System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:" + proxy.getPort());
      System.setProperty("aws.region", "eu-north-1");
      System.setProperty("aws.accessKeyId", "local");
      System.setProperty("aws.secretAccessKey", "local");
      client = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
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
    return name;
  }

  /** The settings by which a function finds a bucket. */
  public static Map<String, Object> settings(String bucket) {
    return Map.of("files.bucket", bucket);
  }
}
