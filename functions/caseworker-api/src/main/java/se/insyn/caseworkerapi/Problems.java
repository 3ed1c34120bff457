package se.insyn.caseworkerapi;

import se.insyn.http.Problem;

/** The refusals that only caseworker systems meet. */
final class Problems {

  private Problems() {}

  /** The case was never pushed by this source; whether another has it is not said. */
  static Problem unknownCase() {
    return Problem.of(
        404, "unknown-case", "Unknown case", "This source has pushed no case with this number.");
  }

  static Problem versionConflict() {
    return Problem.of(
        409,
        "version-conflict",
        "Version conflict",
        "This version was taken in with other content; raise the version with every change.");
  }

  static Problem incompleteProtections() {
    return Problem.of(
        409,
        "incomplete-protections",
        "Not all protections are known",
        "A protection or a case of this batch was refused; send this again when all are taken.");
  }

  static Problem newerSnapshot() {
    return Problem.of(
        409,
        "newer-snapshot",
        "A newer snapshot has come",
        "A snapshot of this case with a later asOf has been taken in; send what is so now.");
  }
}
