package se.insyn.local.template;

/**
 * A KMS key of the template.
 *
 * @param id its logical id, which is its key id here
 * @param spec such as {@code HMAC_256}
 */
public record KeyDefinition(String id, String spec) {}
