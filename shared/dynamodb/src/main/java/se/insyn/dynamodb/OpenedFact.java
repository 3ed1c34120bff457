package se.insyn.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.insyn.domain.cases.CaseId;
import se.insyn.domain.cases.Person;
import se.insyn.domain.events.News;
import se.insyn.domain.people.Citizen;
import se.insyn.domain.value.Stockholm;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What goes with a change that opens a stored fact to its readers. */
public final class OpenedFact {

  private OpenedFact() {}

  /**
   * That each reader got something, and, where it is worth it, that they are to be told.
   *
   * @param persons of the case, as they were read
   * @param wait how long the notice waits for what comes with it
   */
  public static List<TransactWriteItem> writes(
      Tables tables,
      Map<String, AttributeValue> item,
      List<Person> persons,
      CaseId caseId,
      Instant now,
      Duration wait) {
    var writes = new ArrayList<TransactWriteItem>();
    Set<Citizen> readers = Reader.of(item).keySet();
    readers.forEach(citizen -> writes.add(PersonItems.lastFact(tables, citizen, caseId, now)));
    if (News.isWorthTelling(EventItems.newest(item), Stockholm.day(now))) {
      writes.addAll(NoticeItems.pending(tables, readers, persons, caseId, now, wait));
    }
    return writes;
  }
}
