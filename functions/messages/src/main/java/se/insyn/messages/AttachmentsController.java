package se.insyn.messages;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.Map;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.events.Shown;
import se.insyn.domain.messages.AttachmentFiles;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.dynamodb.AttachmentProgress;
import se.insyn.http.JsonBody;
import se.insyn.http.Problem;

/**
 * Bilagor before they are sent: the browser says which bytes it has and is told where to put them,
 * and asks how far they have come.
 */
@Controller("/api/attachments")
final class AttachmentsController {

  private final DynamoAttachments attachments;
  private final AttachmentFiles files;

  AttachmentsController(DynamoAttachments attachments, AttachmentFiles files) {
    this.attachments = attachments;
    this.files = files;
  }

  @Post
  @Status(HttpStatus.CREATED)
  Map<String, Object> announce(Viewer viewer, JsonBody body) {
    NewAttachment asked = body.read(NewAttachment::from);
    AttachmentId id = attachments.announce(viewer, asked);
    return new Shown()
        .put("id", id.value())
        .put("upload", files.upload(id, asked.file()).shown())
        .members();
  }

  @Get("/{id}")
  Map<String, Object> one(Viewer viewer, String id) {
    AttachmentProgress progress = attachments.find(viewer, id).orElseThrow(Problem::notFound);
    return progress.seen().shown().put("reason", progress.reason()).members();
  }
}
