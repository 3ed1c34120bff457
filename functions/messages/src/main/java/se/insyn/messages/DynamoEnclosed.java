package se.insyn.messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Violation;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.dynamodb.Attachments;
import se.insyn.dynamodb.Batch;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Files that are to go with a message or an answer, as they were read. */
record DynamoEnclosed(List<StoredAttachment> files) {

  DynamoEnclosed {
    files = List.copyOf(files);
  }

  /** Where they stand, as far as these can be ids of them. */
  static List<Map<String, AttributeValue>> keys(List<String> ids) {
    return ids.stream()
        .flatMap(id -> AttachmentId.parse(id).stream())
        .map(StoredAttachment::key)
        .toList();
  }

  /**
   * The viewer's own with these ids. Whatever else an id stands for, it is answered as one that
   * stands for nothing.
   *
   * @throws InvalidMembers where one cannot be sent
   */
  static DynamoEnclosed of(
      Viewer viewer, List<String> ids, Collection<Map<String, AttributeValue>> items, Instant now) {
    var files = new ArrayList<StoredAttachment>();
    var wrong = new ArrayList<Violation>();
    var seen = new HashSet<String>();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      Optional<StoredAttachment> file =
          AttachmentId.parse(id)
              .map(known -> Batch.at(StoredAttachment.key(known), items))
              .filter(item -> !item.isEmpty())
              .map(StoredAttachment::read)
              .filter(stored -> viewer.selves().contains(stored.owner()))
              .filter(stored -> stored.canBeSent(now));
      if (file.isPresent() && seen.add(id)) {
        files.add(file.get());
      } else {
        wrong.add(
            new Violation(
                "/attachmentIds/" + i,
                "must be a file that you have handed over, that is not sent, refused or too old"));
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidMembers(wrong);
    }
    return new DynamoEnclosed(files);
  }

  /** How far they have come. */
  Attachments attachments() {
    return new Attachments(files.stream().map(StoredAttachment::progress).toList());
  }

  /** The writes by which they go with these, and are left with these entries. */
  List<TransactWriteItem> send(
      Tables tables, List<Map<String, AttributeValue>> with, List<StoredAttachment.Entry> entries) {
    return files.stream().map(file -> file.send(tables, with, entries)).toList();
  }
}
