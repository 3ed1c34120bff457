package se.insyn.local.aws;

import org.jspecify.annotations.Nullable;

/**
 * An SMS or an e-mail that went out.
 *
 * @param channel {@code sms} or {@code email}
 * @param subject null in an SMS
 * @param at when, as RFC 3339
 */
public record SentMessage(
    String channel, String to, @Nullable String subject, String text, String at) {}
