package se.insyn.domain.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.people.Citizen;

/**
 * A login that lasts: whose, since when, last seen, until when at the latest. {@code id} is the
 * SHA-256 of the cookie in hex; name and number are sealed under a key that only the cookie gives.
 */
public record Session(
    String id,
    Citizen citizen,
    Instant began,
    Instant lastSeen,
    Instant until,
    @Nullable Instant previousLogin,
    String sealedName,
    String sealedNumber) {}
