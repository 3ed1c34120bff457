package se.insyn.local.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import se.insyn.local.template.BucketDefinition;
import se.insyn.local.template.Permission;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/**
 * S3Proxy in this process, with the template's bucket in a folder. It checks signatures, expiry and
 * checksums, and lets browsers in from where the template says; it knows neither versions nor
 * policies.
 */
public final class S3 implements AutoCloseable {
  private final S3Proxy proxy;
  private final RecordedS3 store;
  private final BucketDefinition bucket;

  private S3(S3Proxy proxy, RecordedS3 store, BucketDefinition bucket) {
    this.proxy = proxy;
    this.store = store;
    this.bucket = bucket;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any that is free
   * @param origin from where the portal's pages come
   */
  public static S3 start(Path folder, int port, BucketDefinition bucket, String origin)
      throws Exception {
    Files.createDirectories(folder);
    var store = new RecordedS3(new FilesystemNio2BlobStore(folder.toString()));
    if (!store.containerExists(bucket.name())) {
      store.createContainer(bucket.name());
    }
    var proxy =
        S3Proxy.builder()
            .blobStore(store)
            .awsAuthentication(AuthenticationType.AWS_V4, "local", "local")
            .corsRules(
                new CrossOriginResourceSharing(
                    List.of(origin), bucket.corsMethods(), bucket.corsHeaders(), List.of(), ""))
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .stopTimeout(0)
            .build();
    proxy.start();
    return new S3(proxy, store, bucket);
  }

  /** An address by number: then the SDK names the bucket in the path. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  /** Has everything that arrives told, by its key, when it is there to be read. */
  public void onArrival(Consumer<String> listener) {
    store.onArrival(listener);
  }

  /** What a policy must allow for each call since the start, in their order. */
  public List<Permission> needed() {
    return store.needed();
  }

  /** The keys that begin so. */
  public List<String> keys(String prefix) {
    var keys = new ArrayList<String>();
    var ask = ListObjectsV2Request.builder().bucket(bucket.name()).prefix(prefix).build();
    while (true) {
      var page = store.peek(ask);
      page.contents().forEach(object -> keys.add(object.key()));
      if (page.nextContinuationToken() == null) {
        return keys;
      }
      ask = ask.toBuilder().continuationToken(page.nextContinuationToken()).build();
    }
  }

  /** What lies there. */
  public byte[] read(String key) throws IOException {
    try (var content = store.peek(bucket.name(), key)) {
      return content.readAllBytes();
    }
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy does not stop", e);
    }
  }
}
