package se.insyn.local.issuers;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and promised when a code was given out.
 *
 * @param challenge PKCE, S256
 * @param claims stand over those of the ID token; one that is null takes it away
 */
record Granted(
    String clientId,
    String redirectUri,
    String challenge,
    Instant until,
    Map<String, @Nullable Object> claims) {}
