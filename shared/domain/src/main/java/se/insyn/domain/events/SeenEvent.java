package se.insyn.domain.events;

/**
 * A fact in full, as one viewer may see it: its line, the record itself, and whether the viewer was
 * co-applicant when this version was taken in.
 */
public record SeenEvent(Line line, CaseEvent event, boolean asCoApplicant) {}
