package se.insyn.local.aws;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import se.insyn.local.template.Permission;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A store that notes what is asked of it, and tells what has arrived. */
final class RecordedS3 extends ForwardingBlobStore {
  /** What the proxy keeps of an upload in parts. */
  private static final String OWN = ".s3proxy-";

  private static final String SERVED = "cases/";

  private final List<Permission> needed = new CopyOnWriteArrayList<>();
  private volatile Consumer<String> onArrival = key -> {};

  RecordedS3(BlobStore store) {
    super(store);
  }

  void onArrival(Consumer<String> listener) {
    onArrival = listener;
  }

  List<Permission> needed() {
    return List.copyOf(needed);
  }

  /** Lists without anybody noting it. */
  ListObjectsV2Response peek(ListObjectsV2Request request) {
    return super.list(request);
  }

  /** Reads without anybody noting it. */
  ResponseInputStream<GetObjectResponse> peek(String bucket, String key) {
    return super.getBlob(GetObjectRequest.builder().bucket(bucket).key(key).build());
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    note("s3:PutObject", request.bucket(), request.key());
    var answer = super.putBlob(request, payload);
    onArrival.accept(request.key());
    return answer;
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    note("s3:GetObject", request.bucket(), request.key());
    return super.getBlob(request);
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    note("s3:DeleteObject", request.bucket(), request.key());
    return super.removeBlob(request);
  }

  /**
   * Whoever removes asks for the versions of a case's files first, and for objects where there are
   * none, as here; all that is served is asked for as it lies there.
   */
  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    String action = SERVED.equals(request.prefix()) ? "s3:ListBucket" : "s3:ListBucketVersions";
    needed.add(new Permission(action, request.bucket()));
    return super.list(request);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    note("s3:PutObject", request.bucket(), request.key());
    return super.initiateMultipartUpload(request);
  }

  /**
   * Events name the version of what arrived, where the store keeps versions: then it is the version
   * that is read and deleted. This one keeps none.
   */
  private void note(String action, String bucket, String key) {
    if (key.startsWith(OWN)) {
      return;
    }
    var versioned = key.startsWith("incoming/") && !action.equals("s3:PutObject");
    needed.add(new Permission(versioned ? action + "Version" : action, bucket + "/" + key));
  }
}
