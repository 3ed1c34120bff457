/**
 * The keys that never leave the key service: what stands for a citizen, and who we are at login.
 */
@NullMarked
package se.insyn.kms;

import org.jspecify.annotations.NullMarked;
