package se.insyn.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.insyn.domain.cases.Source;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.cases.VisibleCase;
import se.insyn.domain.events.Shown;
import se.insyn.domain.notices.Profile;
import se.insyn.dynamodb.CitizenItems;
import se.insyn.dynamodb.ProfileItems;
import se.insyn.dynamodb.ProposalItems.Offer;

/** Min profil as it stands in an export, with what each caseworker system has. */
record ExportedProfile(Profile profile, List<Offer> offers) {

  ExportedProfile {
    offers = List.copyOf(offers);
  }

  /** Of a system that the viewer sees no case of, nothing is told here either. */
  static ExportedProfile read(CitizenItems items, Viewer viewer, Instant now) {
    Set<Source> seen = viewer.cases().stream().map(VisibleCase::source).collect(Collectors.toSet());
    return new ExportedProfile(
        ProfileItems.read(items.profile(viewer.citizen())),
        items
            .offers(viewer.citizen(), now)
            .filter(offer -> seen.contains(offer.source()))
            .toList());
  }

  Shown shown() {
    return profile
        .shown()
        .putSome(
            "proposed",
            offers.stream()
                .map(
                    offer ->
                        new Shown()
                            .put("source", offer.source().value())
                            .put("phone", offer.phone())
                            .put("email", offer.email())
                            .put("updatedAt", offer.at()))
                .toList());
  }
}
