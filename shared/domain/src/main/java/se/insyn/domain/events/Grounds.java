package se.insyn.domain.events;

import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/**
 * Motivering och orsak: why it was decided so, for each adult by themselves. A co-applicant reads
 * what was written to the co-applicant, everybody else what was written to the applicant; nothing
 * stands in for what is missing.
 */
public record Grounds(
    @Nullable String grounds,
    @Nullable String cause,
    @Nullable String coApplicantGrounds,
    @Nullable String coApplicantCause) {

  static Grounds from(Members data) {
    return new Grounds(
        data.optionalProse("grounds", Texts.WHOLE),
        data.optionalProse("cause", Texts.PARAGRAPH),
        data.optionalProse("coApplicantGrounds", Texts.WHOLE),
        data.optionalProse("coApplicantCause", Texts.PARAGRAPH));
  }

  void show(Shown shown, Onlooker viewer) {
    if (viewer.isCoApplicant()) {
      shown.put("coApplicantGrounds", coApplicantGrounds).put("coApplicantCause", coApplicantCause);
    } else {
      shown.put("grounds", grounds).put("cause", cause);
    }
  }
}
