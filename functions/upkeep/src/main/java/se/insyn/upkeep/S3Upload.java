package se.insyn.upkeep;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object that is written part by part: no more than one part of it is ever in memory, and it is
 * there only when it is finished; parts that never were, the bucket forgets after a day. Up to
 * 10,000 parts of 8 MB.
 */
final class S3Upload extends OutputStream {

  private static final int PART = 8 * 1024 * 1024;

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final String upload;
  private final byte[] part = new byte[PART];
  private final List<CompletedPart> parts = new ArrayList<>();
  private int filled;

  S3Upload(S3Client client, String bucket, String key, String mediaType) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
    this.upload =
        client
            .createMultipartUpload(create -> create.bucket(bucket).key(key).contentType(mediaType))
            .uploadId();
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    Objects.checkFromIndexSize(from, length, bytes.length);
    int done = 0;
    while (done < length) {
      int some = Math.min(length - done, PART - filled);
      System.arraycopy(bytes, from + done, part, filled, some);
      filled += some;
      done += some;
      if (filled == PART) {
        send();
      }
    }
  }

  private void send() {
    int number = parts.size() + 1;
    int length = filled;
    var body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(part, 0, length), length, "application/octet-stream");
    String tag =
        client
            .uploadPart(
                put -> put.bucket(bucket).key(key).uploadId(upload).partNumber(number), body)
            .eTag();
    parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    filled = 0;
  }

  /** Puts the object there. */
  void finish() {
    if (filled > 0 || parts.isEmpty()) {
      send();
    }
    client.completeMultipartUpload(
        complete ->
            complete
                .bucket(bucket)
                .key(key)
                .uploadId(upload)
                .multipartUpload(all -> all.parts(parts)));
  }
}
