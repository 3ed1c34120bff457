package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Json;
import se.insyn.domain.messages.AttachmentId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far the attachments of one message or answer have come, as it stands with it. {@code
 * fileState} has the states of all of them in one word, so that whoever writes over it can say what
 * was read.
 */
public record Attachments(List<AttachmentProgress> all) {

  static final String ATTACHMENTS = "attachments";

  public Attachments {
    all = List.copyOf(all);
  }

  public static Attachments read(Map<String, AttributeValue> item) {
    var all = new ArrayList<AttachmentProgress>();
    if (Json.parse(text(item, ATTACHMENTS)) instanceof List<?> list) {
      list.forEach(each -> all.add(AttachmentProgress.read(each)));
    }
    return new Attachments(all);
  }

  public boolean areGood() {
    return all.stream().allMatch(each -> each.state() == FileState.OK);
  }

  public boolean areRefused() {
    return all.stream().anyMatch(each -> each.state() == FileState.REFUSED);
  }

  /** The same after something was found out about one of them. */
  public Attachments with(AttachmentId id, FileState state, @Nullable String reason) {
    return new Attachments(
        all.stream()
            .map(
                each ->
                    each.attachment().id().equals(id.value())
                        ? new AttachmentProgress(each.attachment(), state, reason)
                        : each)
            .toList());
  }

  /** As they are stored; the word of their states is empty where there are none. */
  public Map<String, AttributeValue> attributes() {
    var attributes = new LinkedHashMap<String, AttributeValue>();
    attributes.put(
        ATTACHMENTS, text(Json.write(all.stream().map(each -> each.shown().members()).toList())));
    if (!all.isEmpty()) {
      attributes.put(FileProgress.STATE, text(states()));
    }
    return attributes;
  }

  /** The states of all of them. */
  public String states() {
    return all.stream().map(each -> each.state().code()).collect(Collectors.joining(","));
  }
}
