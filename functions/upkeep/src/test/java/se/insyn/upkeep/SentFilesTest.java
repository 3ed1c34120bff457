package se.insyn.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Source;
import se.insyn.domain.events.EventId;
import se.insyn.domain.events.StoredFile;
import se.insyn.domain.messages.Attachment;
import se.insyn.domain.messages.AttachmentId;
import se.insyn.domain.messages.ThreadKey;
import se.insyn.domain.outbox.OutboxId;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.testing.Pushes;
import se.insyn.dynamodb.Attachments;
import se.insyn.dynamodb.OutboxItems;
import se.insyn.dynamodb.StoredAttachment;
import se.insyn.dynamodb.StoredMessage;
import se.insyn.dynamodb.TaskItems;
import se.insyn.dynamodb.Values;
import se.insyn.dynamodb.testing.Municipality;
import se.insyn.s3.AttachmentKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Files that citizens handed over are there as long as somebody needs them, and no longer. */
class SentFilesTest {

  private static final Citizen ELIAS = Municipality.citizen(Pushes.APPLICANT);
  private static final Source SOURCE = new Source("/lifecare");
  private static final byte[] BYTES = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
  private static final String SUM = "ab".repeat(32);

  /** The bucket's own clock says when something was put there. */
  private final Workshop workshop = new Workshop(Workshop.byDay());

  private final Instant now = workshop.clock.instant();
  private final CaseId caseId = workshop.municipality.takeCase(Pushes.ofCase());
  private final CaseId other =
      workshop.municipality.takeCase(Pushes.ofCase().with("caseNumber", "X-1"));

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void whatWasNeverSentGoesWhenItCannotBeSentAnyMore() {
    StoredAttachment file = handedOver();
    nightComes(Duration.ofDays(2));
    assertThat(workshop.keys()).containsExactly(key(file));

    nightComes(Duration.ofDays(30));

    assertThat(workshop.keys()).isEmpty();
    assertThat(isKnown(file)).isFalse();
  }

  @Test
  void whatStandsInAThreadStays() {
    StoredAttachment file = handedOver();
    sent(file, caseId);

    nightComes(Duration.ofDays(400));

    assertThat(workshop.keys()).containsExactly(key(file));
    assertThat(isKnown(file)).isTrue();
  }

  @Test
  void itGoesWithTheLastCaseThatItWentTo() {
    StoredAttachment file = handedOver();
    sent(file, caseId, other);

    erase(caseId);
    assertThat(workshop.keys()).containsExactly(key(file));

    erase(other);
    assertThat(workshop.keys()).isEmpty();
    assertThat(isKnown(file)).isFalse();
  }

  @Test
  void whatTheOfficeHasNotFetchedOutlivesTheErasureOfItsCaseAndNoLonger() {
    StoredAttachment file = handedOver();
    OutboxId out = OutboxId.of(now);
    workshop.municipality.put(workshop.tables.systems(), OutboxItems.key(SOURCE, out));
    sent(file, List.of(new StoredAttachment.Entry(SOURCE, out)), caseId);

    erase(caseId);
    nightComes(Duration.ofDays(2));
    assertThat(workshop.keys()).containsExactly(key(file));

    write(OutboxItems.delete(workshop.tables, SOURCE, out));
    nightComes(Duration.ofDays(2));
    assertThat(workshop.keys()).isEmpty();
    assertThat(isKnown(file)).isFalse();
  }

  @Test
  void bytesThatNobodyKnowsOfGoAndThoseOfWhatCannotBeReadStay() {
    StoredAttachment file = handedOver();
    var damaged = new HashMap<>(StoredAttachment.key(file.id()));
    damaged.put("attachment", Values.text("{"));
    workshop.municipality.put(workshop.tables.messages(), damaged);
    workshop.put("attachments/" + "b".repeat(32) + "/" + SUM, BYTES);
    workshop.put("attachments/odd", BYTES);

    nightComes(Duration.ofDays(2));

    assertThat(workshop.keys()).containsExactly(key(file));
  }

  private StoredAttachment handedOver() {
    var attachment =
        new Attachment(
            AttachmentId.random().value(), "Brev.pdf", new StoredFile(StoredFile.PDF, 8, SUM));
    var file = StoredAttachment.announced(ELIAS, attachment, now);
    write(file.put(workshop.tables));
    workshop.put(key(file), BYTES);
    return file;
  }

  private void sent(StoredAttachment file, CaseId... to) {
    sent(file, List.of(), to);
  }

  private void sent(StoredAttachment file, List<StoredAttachment.Entry> entries, CaseId... to) {
    var keys =
        List.of(to).stream()
            .map(
                each ->
                    StoredMessage.key(
                        ELIAS, ThreadKey.of(each, "citizen-a"), new EventId("citizen-a")))
            .toList();
    for (int i = 0; i < to.length; i++) {
      Map<String, AttributeValue> item = new HashMap<>(keys.get(i));
      item.put("caseId", Values.text(to[i].value()));
      item.put("takenIn", Values.time(now));
      item.putAll(new Attachments(List.of(file.progress())).attributes());
      workshop.municipality.put(workshop.tables.messages(), item);
    }
    write(file.send(workshop.tables, keys, entries));
  }

  private void erase(CaseId erased) {
    Instant at = workshop.clock.instant();
    write(TaskItems.erase(workshop.tables, at, at, erased, null, Set.of(ELIAS)));
    workshop.clock.passes(Duration.ofMinutes(1));
    workshop.tick();
  }

  private void nightComes(Duration after) {
    workshop.tick();
    workshop.clock.passes(after);
    for (int i = 0; i < 10; i++) {
      workshop.tick();
    }
  }

  private void write(TransactWriteItem item) {
    workshop.dynamo.transactWriteItems(write -> write.transactItems(item));
  }

  private boolean isKnown(StoredAttachment file) {
    return workshop
        .dynamo
        .getItem(
            get -> get.tableName(workshop.tables.messages()).key(StoredAttachment.key(file.id())))
        .hasItem();
  }

  private static String key(StoredAttachment file) {
    return new AttachmentKey(file.id(), SUM).checked();
  }
}
