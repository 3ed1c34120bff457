package se.insyn.s3;

import java.util.Optional;

/**
 * Where the bytes of one file lie. What nobody has checked yet waits in one place, what may be
 * served lies in another, so that no address of the second ever leads to bytes of the first.
 */
public sealed interface FilePlace permits FileKey, AttachmentKey {

  /** What all keys begin with under which bytes wait. */
  String INCOMING = "incoming/";

  /** The bytes that are waited for, in hex. */
  String sha256();

  /** Where the bytes come in. */
  String incoming();

  /** Where they lie when they may be served. */
  String checked();

  /** The same place with other bytes. */
  FilePlace having(String sha256);

  /** What waits under a key; empty when the key is none of ours. */
  static Optional<FilePlace> waitingAt(String key) {
    return FileKey.waitingAt(key)
        .<FilePlace>map(file -> file)
        .or(() -> AttachmentKey.waitingAt(key));
  }
}
