/** Dokument: what the caseworker wrote and made visible, and the files that belong to it. */
@NullMarked
package se.insyn.documents;

import org.jspecify.annotations.NullMarked;
