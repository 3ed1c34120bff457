package se.insyn.dynamodb;

import static se.insyn.dynamodb.Values.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Source;
import se.insyn.domain.json.Json;
import se.insyn.domain.json.Members;
import se.insyn.domain.outbox.CitizenAct;
import se.insyn.domain.outbox.OutboxId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What a citizen did, on its way to an outbox: at once, or when the last of its files was found
 * good. Until then it stands with the message or answer, in the attribute {@code waiting}; if one
 * was refused, {@code stopped} stands there instead.
 */
public record WaitingAct(CaseId caseId, Source source, String type, Map<String, Object> data) {

  /** The attribute that has an act which cannot leave yet. */
  public static final String WAITING = "waiting";

  /** The attribute that says that it never will. */
  public static final String STOPPED = "stopped";

  public WaitingAct {
    data = new LinkedHashMap<>(data);
  }

  public static WaitingAct of(CaseId caseId, Source source, CitizenAct act) {
    return new WaitingAct(caseId, source, act.type(), act.data().members());
  }

  /** What waits with a message or answer; null where nothing does. */
  public static @Nullable WaitingAct read(Map<String, AttributeValue> item) {
    String json = Values.optionalText(item, WAITING);
    if (json == null) {
      return null;
    }
    Map<String, @Nullable Object> stored = Json.parseObject(json);
    Members members = Members.of(stored, "");
    var data = new LinkedHashMap<String, Object>();
    if (stored.get("data") instanceof Map<?, ?> map) {
      Json.asObject(map)
          .forEach(
              (name, value) -> {
                if (value != null) {
                  data.put(name, value);
                }
              });
    }
    var read =
        new WaitingAct(
            new CaseId(text(item, "caseId")),
            new Source(members.text("source", 200)),
            members.text("type", 100),
            data);
    members.refuseIfWrong();
    return read;
  }

  /** As it stands with the message or answer. */
  public AttributeValue stored() {
    return text(Json.write(Map.of("source", source.value(), "type", type, "data", data)));
  }

  /** The same with this subject, for the first of its thread that leaves. */
  public WaitingAct withSubject(String subject) {
    var with = new LinkedHashMap<>(data);
    with.put("subject", subject);
    return new WaitingAct(caseId, source, type, with);
  }

  /** It leaves, with its row of audit. */
  public List<TransactWriteItem> leave(Tables tables, OutboxId out, Instant at) {
    return List.of(
        OutboxItems.put(tables, source, out, type, data), audit(tables, at, type, out.value()));
  }

  /** The row of audit of one that does not leave yet. */
  public TransactWriteItem waits(Tables tables, Instant at) {
    return audit(tables, at, type + "-waits", "");
  }

  /** The row of audit of one that never leaves. */
  public TransactWriteItem stops(Tables tables, Instant at) {
    return audit(tables, at, type + "-stopped", "");
  }

  private TransactWriteItem audit(Tables tables, Instant at, String act, String out) {
    var row = new LinkedHashMap<String, String>();
    row.put("act", act);
    row.put("by", "citizen");
    row.put("person", String.valueOf(data.get("personId")));
    row.put("id", String.valueOf(data.getOrDefault("messageId", data.get("requestId"))));
    if (!out.isEmpty()) {
      row.put("outbox", out);
    }
    return AuditItems.row(tables, AuditItems.subject(caseId), at, row);
  }
}
