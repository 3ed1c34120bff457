package se.insyn.domain.outbox;

import se.insyn.domain.cases.CaseId;
import se.insyn.domain.events.EventId;

/** Where checked files of one thing in a case lie, be it a fact, a message or an answer. */
public record Folder(CaseId caseId, EventId id) {}
