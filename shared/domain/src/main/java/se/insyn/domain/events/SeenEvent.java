package se.insyn.domain.events;

/** A fact in full, as one viewer may see it: its line and the record itself. */
public record SeenEvent(Line line, CaseEvent event) {}
