package se.insyn.domain.events;

import se.insyn.domain.value.Code;

/**
 * Dokumenttyp: utredning, arbetsplan, brev, kallelse, beslutsmeddelande, journalanteckning, annat.
 */
public enum DocumentType implements Code {
  INVESTIGATION("investigation"),
  WORK_PLAN("work-plan"),
  LETTER("letter"),
  APPOINTMENT_LETTER("appointment-letter"),
  DECISION_NOTICE("decision-notice"),
  JOURNAL_NOTE("journal-note"),
  OTHER("other");

  private final String code;

  DocumentType(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
