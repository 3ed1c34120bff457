package se.insyn.domain.messages;

import java.net.URI;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.events.Upload;

/** The bytes of what citizens attach: how they come in, and how whoever sent them sees them. */
public interface AttachmentFiles {

  /** A fresh way in, for exactly these bytes, to where they wait to be checked. */
  Upload upload(AttachmentId id, StoredFile file);

  /**
   * Where the viewer fetches, during the next minute, what they have sent. Whoever has the address
   * needs no login.
   */
  URI address(SeenAttachment sent);
}
