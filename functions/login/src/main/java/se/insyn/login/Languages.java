package se.insyn.login;

import se.insyn.domain.notices.Language;
import se.insyn.domain.people.Citizen;

/** In which language each citizen wants the portal. */
interface Languages {

  /** Swedish for whoever has not said anything, or nothing that can be read. */
  Language of(Citizen citizen);
}
