package se.insyn.domain.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.CaseNumber;
import se.insyn.domain.events.Shown;

/**
 * Ändrade kontaktuppgifter: what the citizen has confirmed, for every place that they have in this
 * source's cases. A number or address that is left out has not changed.
 */
public record ContactDetailsChanged(
    List<Place> persons, @Nullable String phone, @Nullable String email) implements CitizenAct {

  /** Who the citizen is in one case. */
  public record Place(CaseNumber caseNumber, String personId) {}

  public ContactDetailsChanged {
    persons = List.copyOf(persons);
  }

  @Override
  public String type() {
    return "contact-details-changed";
  }

  @Override
  public Shown data() {
    return new Shown()
        .put(
            "persons",
            persons.stream()
                .map(
                    place ->
                        new Shown()
                            .put("caseNumber", place.caseNumber().value())
                            .put("personId", place.personId()))
                .toList())
        .put("phone", phone)
        .put("email", email);
  }
}
